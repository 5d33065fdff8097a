namespace CustomerJourney.IO;

/// <summary>Line numbers of the records of a chunk, counted only as far as they are asked for. Records are asked in their order.</summary>
internal sealed class ChunkLines
{
    private ReadOnlyMemory<byte> _text;
    private int _counted;
    private long _line;

    /// <summary>Goes to another chunk.</summary>
    public void Start(CsvChunk chunk)
    {
        _text = chunk.Text;
        _line = chunk.FirstLine;
        _counted = 0;
    }

    /// <summary>The line on which a record begins.</summary>
    /// <param name="offset">Where it begins in the chunk; not before the one asked for last.</param>
    public long At(long offset)
    {
        _line += RecordScanner.LineBreaksIn(_text.Span[_counted..(int)offset]);
        _counted = (int)offset;
        return _line;
    }
}
