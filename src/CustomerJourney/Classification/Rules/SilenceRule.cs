namespace CustomerJourney.Classification.Rules;

/// <summary>The absence of events puts the customer into a stage: "no order for 90 days".</summary>
/// <remarks>
/// The silence begins with the latest event that matches, so a customer who never had one is not silent. It is complete at that event plus <see cref="Silence"/>, when no event that matches began earlier than that;
/// the customer enters the stage at this very time, before any event that begins then. The next event that matches begins a new silence.
/// </remarks>
public sealed record SilenceRule : StageRule
{
    /// <summary>The events whose absence is meant.</summary>
    public required EventPattern Of { get; init; }

    /// <summary>How long they must be absent; positive.</summary>
    public required TimeSpan Silence { get; init; }

    internal override string ToText() => $"no {RuleText.Of(Of, "event")} for {RuleText.Duration(Silence)}";

    internal override IEnumerable<(string Path, EventPattern Pattern)> Patterns() => [("of", Of)];
}
