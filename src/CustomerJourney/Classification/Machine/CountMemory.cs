using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Remembers when the latest events of a <see cref="CountRule"/> began: one place that says which of them is the oldest, then a ring of all but the one that completes the count.</summary>
/// <remarks>Without a window only their number is kept.</remarks>
internal readonly struct CountMemory
{
    private readonly int _place;
    private readonly int _others;
    private readonly long _within;

    private CountMemory(int place, int others, long within)
    {
        _place = place;
        _others = others;
        _within = within;
    }

    /// <summary>Lays out the memory of a rule that counts to 2 or more.</summary>
    public static CountMemory For(CountRule rule, MemoryLayout layout)
    {
        int place = layout.Reserve(1, 0);
        if (rule.Within is not { } within) return new CountMemory(place, rule.Times - 1, MemoryLayout.NeverAfter);
        layout.Reserve(rule.Times - 1, MemoryLayout.NeverBefore);
        return new CountMemory(place, rule.Times - 1, within.Ticks);
    }

    /// <summary>Counts an event and says whether it completes the count.</summary>
    public bool Add(Span<long> memory, long now)
    {
        ref long state = ref memory[_place];
        if (_within == MemoryLayout.NeverAfter)
        {
            if (state >= _others) return true;
            state++;
            return false;
        }

        int next = (int)state;
        ref long oldest = ref memory[_place + 1 + next];
        bool holds = oldest >= now - _within;
        oldest = now;
        state = next + 1 == _others ? 0 : next + 1;
        return holds;
    }
}
