namespace CustomerJourney.Building;

internal sealed class StageDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "stage";

    public string? CustomerGoal { get; set; }

    public TimeSpan? ExpectedDuration { get; set; }

    public List<Reference> Metrics { get; } = [];

    public List<TouchpointDraft> Touchpoints { get; } = [];
}
