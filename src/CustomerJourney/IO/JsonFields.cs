namespace CustomerJourney.IO;

/// <summary>The fields of a JSON row: the values at the ends of the columns' ways.</summary>
internal readonly struct JsonFields(JsonRecord record) : IRowFields
{
    /// <inheritdoc/>
    public static string NotUtf8 => "is not valid UTF-8, as JSON must be";

    /// <inheritdoc/>
    public long Line => record.Line;

    /// <inheritdoc/>
    public bool IsUtf8 => record.IsUtf8;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Get(int place) => record.Get(place);

    /// <inheritdoc/>
    public string? Fault(out int place) => record.Fault(out place);

    /// <inheritdoc/>
    public bool TryGetTicks(int place, out long ticks, out bool isWallClock)
    {
        ticks = 0;
        isWallClock = false;
        return false;
    }
}
