namespace CustomerJourney.IO;

/// <summary>Tells how many rows have been read: every so many of them, never from two threads at once.</summary>
internal sealed class ReadProgress(IProgress<long>? progress)
{
    private const int RowsBetween = 65_536;
    private readonly Lock _lock = new();
    private long _rows;
    private long _told;

    /// <summary>Counts rows, and tells each step that they reach.</summary>
    public void Add(long rows)
    {
        if (progress is null) return;
        lock (_lock)
        {
            _rows += rows;
            while (_told + RowsBetween <= _rows) progress.Report(_told += RowsBetween);
        }
    }

    /// <summary>Tells the number of all rows.</summary>
    public void End()
    {
        lock (_lock) progress?.Report(_rows);
    }
}
