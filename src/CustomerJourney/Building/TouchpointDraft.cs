namespace CustomerJourney.Building;

internal sealed class TouchpointDraft(LocalizedText? name) : NamedDraft(name)
{
    public const int DefaultImportance = 3;

    public override string Kind => "touchpoint";

    public LocalizedText? About { get; set; }

    public TouchpointKind TouchpointKind { get; set; }

    /// <summary>The channel by name or id; at most one of this and <see cref="Category"/> is set.</summary>
    public Reference? Channel { get; set; }

    public ChannelCategory? Category { get; set; }

    /// <summary>Who begins it; the customer where nobody said and it is an interaction.</summary>
    public TouchpointInitiator? Initiator { get; set; }

    public int Importance { get; set; } = DefaultImportance;

    public LocalizedText? Doing { get; set; }

    public DraftList<LocalizedText?> Questions { get; } = new();

    public List<EmotionDraft> Emotions { get; } = [];

    public double? TargetEmotion { get; set; }

    public int? Engagement { get; set; }

    public MomentOfTruth? MomentOfTruth { get; set; }

    public DraftList<Reference> Personas { get; } = new();

    public List<PainPointDraft> PainPoints { get; } = [];

    public DraftList<LocalizedText?> Frontstage { get; } = new();

    public DraftList<LocalizedText?> Backstage { get; } = new();

    public DraftList<LocalizedText?> Systems { get; } = new();

    public DraftList<LocalizedText?> PhysicalEvidence { get; } = new();

    public DraftList<Reference> Departments { get; } = new();

    public Reference? Owner { get; set; }

    public DraftList<Reference> Metrics { get; } = new();

    public List<TouchpointClaim> Claims { get; } = [];

    public List<EventBinding> EventBindings { get; } = [];

    public DraftList<Reference> Evidence { get; } = new();

    public string? SubJourneyId { get; set; }

    public DurationRange? ExpectedDuration { get; set; }
}
