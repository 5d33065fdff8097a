using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// Remembers how far the sequences of a <see cref="SequenceRule"/> have come: for each step but the last one, when the latest of those that have come so far began.
/// The latest is enough: what is too old with it is too old with all others.
/// </summary>
/// <remarks>An event that is several steps is taken as the latest of them first, so that it is never two steps of one sequence.</remarks>
internal readonly struct SequenceMemory
{
    private readonly int _place;
    private readonly int _last;
    private readonly long _within;

    private SequenceMemory(int place, int last, long within)
    {
        _place = place;
        _last = last;
        _within = within;
    }

    public static SequenceMemory For(SequenceRule rule, MemoryLayout layout) =>
        new(layout.Reserve(rule.Steps.Count - 1, MemoryLayout.NeverBefore), rule.Steps.Count - 1, rule.Within?.Ticks ?? MemoryLayout.NeverAfter);

    /// <summary>What an event does that is a step.</summary>
    public RecallMemory RecallOf(int step) =>
        step == 0 ? RecallMemory.Beginning(_place)
        : step == _last ? RecallMemory.Ending(_place + _last - 1, _within)
        : RecallMemory.Passing(_place + step);

    /// <summary>Ends all sequences that have begun.</summary>
    public void Break(Span<long> memory) => memory.Slice(_place, _last).Fill(MemoryLayout.NeverBefore);
}
