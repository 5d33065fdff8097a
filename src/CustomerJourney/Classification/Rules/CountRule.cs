namespace CustomerJourney.Classification.Rules;

/// <summary>So many events within so long put the customer into a stage: "3 product views within 7 days". Holds at every event that completes the count.</summary>
public sealed record CountRule : StageRule
{
    /// <summary>The events that count.</summary>
    public required EventPattern When { get; init; }

    /// <summary>How many there must be, the last one included; 1…1,000.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How long the first of them may lie before the last, inclusive; <see langword="null"/> for any time. Positive.</summary>
    public TimeSpan? Within { get; init; }

    internal override string ToText() => RuleText.Count(Times, When) + RuleText.Within(Within);

    internal override IEnumerable<(string Path, EventPattern Pattern)> Patterns() => [("when", When)];
}
