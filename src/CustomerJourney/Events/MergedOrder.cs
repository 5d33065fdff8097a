using System.Runtime.InteropServices;

namespace CustomerJourney.Events;

/// <summary>The one order of each customer's events, when every log holds them in order already.</summary>
/// <param name="joined">The columns of the logs end to end.</param>
/// <param name="logs">The logs.</param>
/// <param name="bases">For each log, where its events begin among the joined ones.</param>
/// <param name="customerPlaces">For each log, the number that each of its customers has among all.</param>
internal sealed class MergedOrder(LogColumns joined, JourneyLog[] logs, int[] bases, int[][] customerPlaces)
{
    private readonly long[] _ends = joined.Ticks;
    private readonly long[] _begins = joined.StartedAt ?? joined.Ticks;
    private readonly int[] _order = GC.AllocateUninitializedArray<int>(joined.EventCount);
    private int[] _buffer = [];

    /// <summary>The positions of the events among the joined ones, by customer and in order.</summary>
    public int[] Of(int[] offsets)
    {
        int[] next = new int[logs.Length];
        List<int> bounds = [];
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            int place = offsets[customer];
            bounds.Clear();
            bounds.Add(place);
            for (int log = 0; log < logs.Length; log++)
            {
                if (next[log] == customerPlaces[log].Length || customerPlaces[log][next[log]] != customer) continue;
                int[] own = logs[log].Columns.Offsets;
                for (int position = own[next[log]]; position < own[next[log] + 1]; position++) _order[place++] = bases[log] + position;
                if (place > bounds[^1]) bounds.Add(place);
                next[log]++;
            }

            Merge(CollectionsMarshal.AsSpan(bounds));
        }

        return _order;
    }

    /// <summary>Merges runs that follow one another; of equal events those of the earlier run come first.</summary>
    private void Merge(ReadOnlySpan<int> bounds)
    {
        if (bounds.Length <= 2) return;
        int half = bounds.Length / 2;
        Merge(bounds[..(half + 1)]);
        Merge(bounds[half..]);
        int start = bounds[0], middle = bounds[half], end = bounds[^1];
        if (Compare(_order[middle - 1], _order[middle]) <= 0) return;

        if (_buffer.Length < middle - start) _buffer = new int[Math.Max(middle - start, 2 * _buffer.Length)];
        Array.Copy(_order, start, _buffer, 0, middle - start);
        int left = 0, right = middle, target = start;
        while (left < middle - start && right < end) _order[target++] = Compare(_buffer[left], _order[right]) <= 0 ? _buffer[left++] : _order[right++];
        Array.Copy(_buffer, left, _order, target, middle - start - left);
    }

    private int Compare(int x, int y)
    {
        int byBegin = _begins[x].CompareTo(_begins[y]);
        if (byBegin != 0) return byBegin;
        int byEnd = _ends[x].CompareTo(_ends[y]);
        return byEnd != 0 || joined.Sequences is not { } sequences ? byEnd : sequences[x].CompareTo(sequences[y]);
    }
}
