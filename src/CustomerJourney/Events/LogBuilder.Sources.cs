using System.Runtime.InteropServices;

namespace CustomerJourney.Events;

/// <content>Logs of several sources: which row came from where, for messages.</content>
internal sealed partial class LogBuilder
{
    private readonly List<SourceRows> _sources = [];

    /// <summary>Says which of several sources gives the rows that come now. A log of a single source does not name it.</summary>
    /// <param name="name">What reports call the source.</param>
    public void BeginSource(string name)
    {
        AddSource(EventCount, name);
        _rejections.Source = name;
        // A run lies in one source.
        _run = long.MinValue;
    }

    private void AddSource(int firstRow, string? name)
    {
        if (name is not null && (_sources.Count == 0 || _sources[^1].Name != name)) _sources.Add(new SourceRows(firstRow, name));
    }

    /// <summary>The source of an event; null in a log of a single source.</summary>
    private string? SourceOf(int row)
    {
        // Sources without events begin at the same row as the next one: the last of them is the one that has it.
        ReadOnlySpan<SourceRows> sources = CollectionsMarshal.AsSpan(_sources);
        int low = 0, high = sources.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sources[middle].FirstRow <= row) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : sources[low - 1].Name;
    }

    private readonly record struct SourceRows(int FirstRow, string Name);
}
