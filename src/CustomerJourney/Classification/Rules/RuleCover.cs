namespace CustomerJourney.Classification.Rules;

/// <summary>Whether one rule holds whenever another does. Says no where it cannot tell: whoever is told that a rule never decides must be able to rely on it.</summary>
internal static class RuleCover
{
    /// <summary>Whether the earlier rule holds at every event at which the later one does; of silences, whether they are the same silence.</summary>
    public static bool Covers(StageRule earlier, StageRule later) => (earlier, later) switch
    {
        (SilenceRule one, SilenceRule other) => one.Silence == other.Silence && AreEquivalent(one.Of, other.Of),
        (SilenceRule, _) or (_, SilenceRule) => false,
        (CountRule { Times: 1 } one, _) => IsWeaker(one.When, LastOf(later)),
        (CountRule one, CountRule other) => IsWeaker(one.When, other.When) && one.Times <= other.Times && IsLonger(one.Within, other.Within),
        (CountRule one, SequenceRule other) => IsWeaker(one.When, other.Steps[^1]) && one.Times <= other.Steps.Count(step => IsWeaker(one.When, step)) && IsLonger(one.Within, other.Within),
        // Refunds lower a total, so only totals of the very same events can be compared.
        (TotalValueRule one, TotalValueRule other) => AreEquivalent(one.When, other.When) && one.Currency == other.Currency && one.AtLeast <= other.AtLeast,
        (SequenceRule one, CountRule other) => one.Without.Count == 0 && one.Steps.Count <= other.Times && one.Steps.All(step => IsWeaker(step, other.When)) && IsLonger(one.Within, other.Within),
        // Steps are never cleared by what must not lie between, so a sequence of fewer steps may be cleared where the longer one is not.
        (SequenceRule one, SequenceRule other) => IsPartOf(one.Steps, other.Steps) && (one.Without.Count == 0 || one.Steps.Count == other.Steps.Count) && IsLonger(one.Within, other.Within) && one.Without.All(pattern => other.Without.Any(stronger => IsWeaker(stronger, pattern))),
        _ => false,
    };

    /// <summary>Whether every event that matches one pattern matches the other.</summary>
    public static bool IsWeaker(EventPattern weak, EventPattern strong) =>
        (weak.Event is null || weak.Event == strong.Event)
        && (weak.Channel is null || weak.Channel == strong.Channel)
        && weak.Conditions.All(strong.Conditions.Contains)
        && (weak.MinimumValue is null || (strong.MinimumValue >= weak.MinimumValue && weak.Currency == strong.Currency))
        && (weak.Feedback is null || weak.Feedback == strong.Feedback)
        && (weak.MinimumScore is null || strong.MinimumScore >= weak.MinimumScore)
        && (weak.MaximumScore is null || strong.MaximumScore <= weak.MaximumScore);

    /// <summary>The events at which a rule can hold.</summary>
    public static EventPattern LastOf(StageRule rule) => rule switch
    {
        CountRule count => count.When,
        TotalValueRule total => total.When,
        SequenceRule sequence => sequence.Steps[^1],
        _ => throw new ArgumentException($"{rule} holds between events.", nameof(rule)),
    };

    private static bool AreEquivalent(EventPattern one, EventPattern other) => IsWeaker(one, other) && IsWeaker(other, one);

    private static bool IsLonger(TimeSpan? window, TimeSpan? other) => window is null || window >= other;

    /// <summary>Whether the steps lie in others in the same order and end with the same: then they are found wherever the others are, and begin no earlier.</summary>
    private static bool IsPartOf(IReadOnlyList<EventPattern> steps, IReadOnlyList<EventPattern> others)
    {
        if (!IsWeaker(steps[^1], others[^1])) return false;
        int step = steps.Count - 2;
        for (int other = others.Count - 2; other >= 0 && step >= 0; other--)
        {
            if (IsWeaker(steps[step], others[other])) step--;
        }

        return step < 0;
    }
}
