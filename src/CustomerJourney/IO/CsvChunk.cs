namespace CustomerJourney.IO;

/// <summary>Whole records of a CSV text, one after the other, in a buffer of their own.</summary>
/// <param name="Number">The place of the chunk in the text, from 0.</param>
/// <param name="Text">The records. The first chunk begins with the text, later ones with a line break that stands before their first record.</param>
/// <param name="FirstLine">The line of the text on which the chunk's bytes begin; the first line is 1.</param>
internal readonly record struct CsvChunk(long Number, ReadOnlyMemory<byte> Text, long FirstLine)
{
    public static CsvChunk None { get; } = new(-1, ReadOnlyMemory<byte>.Empty, 0);

    public bool IsNone => Number < 0;
}
