namespace CustomerJourney.Building;

internal sealed class TouchpointDraft(string? name) : NamedDraft(name)
{
    public const int DefaultImportance = 3;

    public override string Kind => "touchpoint";

    /// <summary>The channel by name or id; at most one of this and <see cref="Category"/> is set.</summary>
    public Reference? Channel { get; set; }

    public ChannelCategory? Category { get; set; }

    public int Importance { get; set; } = DefaultImportance;

    public bool IsMomentOfTruth { get; set; }

    public string? MomentOfTruthReason { get; set; }

    public double? TargetEmotion { get; set; }

    public List<EmotionDraft> Emotions { get; } = [];

    public List<PainPointDraft> PainPoints { get; } = [];

    public List<(string? Event, string? Channel)> EventBindings { get; } = [];
}
