using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Remembers how many events a <see cref="CountRule"/> without a window has met, up to the one before the last. Those with a window have a <see cref="RecallMemory"/>.</summary>
internal readonly struct CountMemory
{
    private readonly int _place;
    private readonly int _others;

    private CountMemory(int place, int others)
    {
        _place = place;
        _others = others;
    }

    /// <summary>Lays out the memory of a rule that counts to 2 or more.</summary>
    public static CountMemory For(CountRule rule, MemoryLayout layout) => new(layout.Reserve(1, 0), rule.Times - 1);

    /// <summary>Counts an event and says whether it completes the count.</summary>
    public bool Add(Span<long> memory)
    {
        ref long state = ref memory[_place];
        if (state >= _others) return true;
        state++;
        return false;
    }
}
