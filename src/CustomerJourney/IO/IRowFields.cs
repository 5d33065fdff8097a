namespace CustomerJourney.IO;

/// <summary>The fields of the current row of a source, as UTF-8 text by their places in a <see cref="ColumnPlan"/>. Structs implement it, so that reading costs no virtual call a field.</summary>
internal interface IRowFields
{
    /// <summary>Why a field that is not valid UTF-8 is refused, and what to do.</summary>
    static abstract string NotUtf8 { get; }

    /// <summary>Where the row begins in its source, for messages; the first line is 1.</summary>
    long Line { get; }

    /// <summary>Whether all fields of the row are valid UTF-8.</summary>
    bool IsUtf8 { get; }

    /// <summary>The text of a field; empty where the row has nothing there.</summary>
    ReadOnlySpan<byte> Get(int place);

    /// <summary>Why a field cannot be given as text, and which; <see langword="null"/> where all can. Its text is then what the source has there, for messages.</summary>
    string? Fault(out int place);

    /// <summary>Gives a field that the source has as a time and not as text.</summary>
    /// <param name="place">The field.</param>
    /// <param name="ticks">The time; 0 where there is none.</param>
    /// <param name="isWallClock">Whether the time is that of the clocks of the mapping's zone, and not UTC.</param>
    /// <returns><see langword="false"/> where the field is text, or empty.</returns>
    bool TryGetTicks(int place, out long ticks, out bool isWallClock);
}
