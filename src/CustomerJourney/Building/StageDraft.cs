using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

internal sealed class StageDraft(LocalizedText? name) : NamedDraft(name)
{
    public override string Kind => "stage";

    public LocalizedText? SourceNames { get; set; }

    public List<PhaseWeight> Phases { get; } = [];

    public LocalizedText? CustomerGoal { get; set; }

    public LocalizedText? CompanyGoal { get; set; }

    public LocalizedText? EntryCriterion { get; set; }

    public LocalizedText? ExitCriterion { get; set; }

    public DurationRange? ExpectedDuration { get; set; }

    public DraftList<LocalizedText?> CustomerActions { get; } = new();

    public DraftList<LocalizedText?> CustomerQuestions { get; } = new();

    public DraftList<LocalizedText?> Needs { get; } = new();

    public DraftList<LocalizedText?> Expectations { get; } = new();

    public DraftList<LocalizedText?> Concerns { get; } = new();

    public DraftList<LocalizedText?> CompanyActions { get; } = new();

    public DraftList<Reference> Departments { get; } = new();

    public DraftList<Reference> Metrics { get; } = new();

    public List<TouchpointDraft> Touchpoints { get; } = [];

    public string? SubJourneyId { get; set; }
}
