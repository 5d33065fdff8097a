namespace CustomerJourney.Events;

/// <summary>An append-only array for one column while a log is read.</summary>
internal sealed class GrowingColumn<T>
{
    private T[] _items = [];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(1024L, 2L * _items.Length)));
        _items[Count++] = item;
    }

    /// <summary>Appends an item for a row, after filling the rows that had none.</summary>
    public void AddAt(int row, T item, T missing)
    {
        PadTo(row, missing);
        Add(item);
    }

    public void PadTo(int count, T missing)
    {
        while (Count < count) Add(missing);
    }
}
