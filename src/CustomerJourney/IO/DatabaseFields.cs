namespace CustomerJourney.IO;

/// <summary>The fields of a row of a database.</summary>
internal readonly struct DatabaseFields(DatabaseRow row) : IRowFields
{
    /// <inheritdoc/>
    public static string NotUtf8 => "is not Unicode: it holds half a surrogate pair";

    /// <inheritdoc/>
    public long Line => row.Line;

    /// <summary>Always: texts that are not Unicode are faults.</summary>
    public bool IsUtf8 => true;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Get(int place) => row.Get(place);

    /// <inheritdoc/>
    public string? Fault(out int place) => row.Fault(out place);

    /// <inheritdoc/>
    public bool TryGetTicks(int place, out long ticks, out bool isWallClock) => row.TryGetTicks(place, out ticks, out isWallClock);
}
