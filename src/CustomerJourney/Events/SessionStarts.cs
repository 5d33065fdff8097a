using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerJourney.Events;

/// <summary>Finds where sessions begin: a bit an event, set for the first event of each session.</summary>
internal sealed class SessionStarts
{
    private const int BitsInWord = 64;
    private const int WordsInChunk = 1 << 12;
    private readonly LogColumns _columns;
    private readonly ulong[] _bits;

    private SessionStarts(LogColumns columns)
    {
        _columns = columns;
        _bits = new ulong[(columns.EventCount / BitsInWord) + 1];
    }

    /// <param name="columns">The events.</param>
    /// <param name="gap">The longest time without an event inside a session, in ticks.</param>
    /// <param name="maxLength">The longest time from the begin of a session to the begin of its last event, in ticks.</param>
    /// <param name="days">The days that sessions do not reach beyond; null where they may.</param>
    /// <returns>The positions of the first events of sessions, ascending.</returns>
    public static int[] Find(LogColumns columns, long gap, long maxLength, PeriodTable? days)
    {
        SessionStarts starts = new(columns);
        if (columns.StartedAt is null) starts.FindGaps(gap);
        else starts.FindGapsAfterLatestEnd(columns.StartedAt, gap);
        for (int customer = 0; customer < columns.CustomerCount; customer++)
        {
            int first = columns.Offsets[customer];
            if (first < columns.Offsets[customer + 1]) starts.Set(first);
        }

        int[] positions = starts.ToPositions();
        if (maxLength == long.MaxValue && days is null) return positions;
        return starts.Divide(positions, maxLength, days) ? starts.ToPositions() : positions;
    }

    /// <summary>Compares every event with the one before it, eight at a time. What comes out at the first event of a customer does not matter: a session begins there anyway.</summary>
    private void FindGaps(long gap)
    {
        long[] ticks = _columns.Ticks;
        Parallel.For(0, (_bits.Length + WordsInChunk - 1) / WordsInChunk, chunk =>
        {
            ref long first = ref MemoryMarshal.GetArrayDataReference(ticks);
            Vector512<long> longest = Vector512.Create(gap);
            int end = Math.Min(_bits.Length, (chunk + 1) * WordsInChunk);
            for (int word = chunk * WordsInChunk; word < end; word++)
            {
                int start = word * BitsInWord;
                ulong bits = 0;
                if (start > 0 && start + BitsInWord <= ticks.Length)
                {
                    for (int bit = 0; bit < BitsInWord; bit += Vector512<long>.Count)
                    {
                        nuint index = (nuint)(start + bit);
                        Vector512<long> idle = Vector512.LoadUnsafe(ref first, index) - Vector512.LoadUnsafe(ref first, index - 1);
                        bits |= Vector512.GreaterThan(idle, longest).ExtractMostSignificantBits() << bit;
                    }
                }
                else
                {
                    for (int position = Math.Max(1, start); position < Math.Min(ticks.Length, start + BitsInWord); position++)
                    {
                        if (ticks[position] - ticks[position - 1] > gap) bits |= 1UL << (position - start);
                    }
                }

                _bits[word] = bits;
            }
        });
    }

    /// <summary>Where events last, a customer is idle from the latest end so far to the next begin.</summary>
    private void FindGapsAfterLatestEnd(long[] begins, long gap)
    {
        for (int customer = 0; customer < _columns.CustomerCount; customer++)
        {
            int first = _columns.Offsets[customer], end = _columns.Offsets[customer + 1];
            if (first == end) continue;
            long latest = _columns.Ticks[first];
            for (int position = first + 1; position < end; position++)
            {
                if (begins[position] - latest > gap) Set(position);
                latest = Math.Max(latest, _columns.Ticks[position]);
            }
        }
    }

    /// <summary>Divides sessions that are too long or reach beyond a day; false if there are none.</summary>
    private bool Divide(int[] positions, long maxLength, PeriodTable? days)
    {
        long[] begins = _columns.StartedAt ?? _columns.Ticks;
        bool divided = false;
        for (int session = 0; session < positions.Length; session++)
        {
            int first = positions[session], end = session + 1 < positions.Length ? positions[session + 1] : begins.Length;
            long limit = LimitOf(begins[first], maxLength, days);
            if (begins[end - 1] <= limit) continue;
            divided = true;
            for (int position = first + 1; position < end; position++)
            {
                if (begins[position] <= limit) continue;
                Set(position);
                limit = LimitOf(begins[position], maxLength, days);
            }
        }

        return divided;
    }

    /// <summary>The last instant at which an event of a session may begin.</summary>
    private static long LimitOf(long begin, long maxLength, PeriodTable? days)
    {
        long limit = maxLength > long.MaxValue - begin ? long.MaxValue : begin + maxLength;
        if (days is null) return limit;
        int day = days.IndexOf(begin);
        return day + 1 < days.Starts.Length ? Math.Min(limit, days.Starts[day + 1] - 1) : limit;
    }

    private int[] ToPositions()
    {
        int count = 0;
        foreach (ulong word in _bits) count += BitOperations.PopCount(word);
        int[] positions = GC.AllocateUninitializedArray<int>(count);
        int next = 0;
        for (int word = 0; word < _bits.Length; word++)
        {
            for (ulong bits = _bits[word]; bits != 0; bits &= bits - 1) positions[next++] = (word * BitsInWord) + BitOperations.TrailingZeroCount(bits);
        }

        return positions;
    }

    private void Set(int position) => _bits[position / BitsInWord] |= 1UL << (position % BitsInWord);
}
