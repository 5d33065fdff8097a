namespace CustomerJourney.Classification.Machine;

/// <summary>All that a machine does with events of one name, side by side.</summary>
internal readonly struct EventPlan
{
    /// <summary>The greatest shape that is a number of reactions.</summary>
    private const int MostInShape = 3;

    /// <param name="stated">The stage that another system states, <see cref="Events.LogSchema.NoStage"/> if it states none. Rules take notice of such events and do not decide.</param>
    /// <param name="plain">What asks for nothing but the name. The first of them is always done, though it may do nothing, since whether there is one could not be foretold.</param>
    /// <param name="moreStart">Where the others of these begin among those of all names.</param>
    /// <param name="others">Where all other reactions begin among those of all names, and where they end.</param>
    /// <param name="stageWithoutRules">What such an event stands for if no rule says so.</param>
    public EventPlan(byte stated, ReadOnlySpan<RecallReaction> plain, int moreStart, Range others, byte stageWithoutRules)
    {
        int more = Math.Max(0, plain.Length - 1);
        First = plain.IsEmpty ? new RecallReaction(RecallMemory.Idle, HeldRule.None) : plain[0];
        Shape = others.Start.Equals(others.End) && more <= MostInShape ? more : MostInShape + 1;
        IsStated = stated != Events.LogSchema.NoStage;
        StageWithoutRules = IsStated ? stated : stageWithoutRules;
        (MoreStart, MoreEnd) = (moreStart, moreStart + more);
        (OthersStart, OthersEnd) = (others.Start.Value, others.End.Value);
    }

    // Fields, since a property would give a copy of what is large.
    public readonly RecallReaction First;

    /// <summary>What else is done: as many further plain reactions, none at 0; or, where it is more than 3, anything.</summary>
    public readonly int Shape;

    /// <summary>Whether another system states the stage of such events.</summary>
    public readonly bool IsStated;

    /// <summary>What such an event stands for if no rule says so.</summary>
    public readonly byte StageWithoutRules;

    /// <summary>Where the further plain reactions begin.</summary>
    public readonly int MoreStart;

    /// <summary>Where they end.</summary>
    public readonly int MoreEnd;

    /// <summary>Where all other reactions begin.</summary>
    public readonly int OthersStart;

    /// <summary>Where they end.</summary>
    public readonly int OthersEnd;
}
