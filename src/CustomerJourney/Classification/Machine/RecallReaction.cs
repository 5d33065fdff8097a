using System.Runtime.CompilerServices;

namespace CustomerJourney.Classification.Machine;

/// <summary>What a rule does with all events of a name, whatever else they have: most of what a machine does.</summary>
internal readonly struct RecallReaction
{
    private readonly RecallMemory _recall;
    private readonly int _holding;

    /// <summary>Says what is done for a rule.</summary>
    /// <param name="recall">What is looked at and kept.</param>
    /// <param name="rule">The rule, as <see cref="HeldRule"/> has it.</param>
    public RecallReaction(RecallMemory recall, int rule)
    {
        _recall = recall;
        _holding = recall.CanHold ? rule : HeldRule.None;
    }

    /// <summary>Takes an event and gives the rule if it holds, else <see cref="HeldRule.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(Span<long> memory, long now) => HeldRule.If(_recall.Take(memory, now), _holding);
}
