namespace CustomerJourney.Events;

/// <summary>How times are written in a source.</summary>
public sealed record TimeFormat
{
    private TimeFormat(TimeFormatKind kind) => Kind = kind;

    /// <summary>ISO 8601 (<c>2026-03-01T12:00:00Z</c>, <c>2026-03-01 12:00:00.123+01:00</c>, <c>2026-03-01</c>); a time without a zone is UTC.</summary>
    public static TimeFormat Iso8601 { get; } = new(TimeFormatKind.Iso8601);

    /// <summary>Seconds since 1970-01-01 UTC, decimals allowed.</summary>
    public static TimeFormat UnixSeconds { get; } = new(TimeFormatKind.UnixSeconds);

    /// <summary>Milliseconds since 1970-01-01 UTC, a whole number.</summary>
    public static TimeFormat UnixMilliseconds { get; } = new(TimeFormatKind.UnixMilliseconds);

    /// <summary>Microseconds since 1970-01-01 UTC, a whole number.</summary>
    public static TimeFormat UnixMicroseconds { get; } = new(TimeFormatKind.UnixMicroseconds);

    /// <summary>The zone of times that are written without one.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>The .NET pattern of the times, or <see langword="null"/> for ISO 8601.</summary>
    public string? Pattern { get; private init; }

    internal TimeFormatKind Kind { get; }

    /// <summary>Local times of a zone, as ISO 8601 or by a pattern.</summary>
    /// <param name="zone">The zone of times that name none.</param>
    /// <param name="pattern">A .NET custom format in the invariant culture, such as <c>dd/MM/yy HH:mm</c>; <see langword="null"/> for ISO 8601.</param>
    /// <remarks>A local time that the zone skips (the hour when clocks go forward) is rejected; one that it has twice is taken in standard time.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is empty.</exception>
    public static TimeFormat Local(TimeZoneInfo zone, string? pattern = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (pattern is not null) ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        return new(pattern is null ? TimeFormatKind.Iso8601 : TimeFormatKind.Pattern) { Zone = zone, Pattern = pattern };
    }
}
