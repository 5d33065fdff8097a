namespace CustomerJourney.IO;

/// <summary>The fields of the current row of a source, as UTF-8 text by their places in a <see cref="ColumnPlan"/>. Structs implement it, so that reading costs no virtual call a field.</summary>
internal interface IRowFields
{
    /// <summary>Where the row begins in its source, for messages; the first line is 1.</summary>
    long Line { get; }

    /// <summary>Whether all fields of the row are valid UTF-8.</summary>
    bool IsUtf8 { get; }

    /// <summary>The text of a field; empty where the row has nothing there.</summary>
    ReadOnlySpan<byte> Get(int place);
}
