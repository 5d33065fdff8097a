namespace CustomerJourney.Building;

internal sealed class OpportunityDraft(LocalizedText? title) : NamedDraft(title)
{
    public override string Kind => "opportunity";

    public override string NameWord => "title";

    public LocalizedText? HowMightWe { get; set; }

    public DraftList<Reference> Answers { get; } = new();

    public DraftList<Reference> Stages { get; } = new();

    public DraftList<Reference> Touchpoints { get; } = new();

    public int? Impact { get; set; }

    public double? Confidence { get; set; }

    public int? Effort { get; set; }

    public long? ReachPerQuarter { get; set; }

    public double? Importance { get; set; }

    public double? Satisfaction { get; set; }

    public OpportunityStatus Status { get; set; }

    public Reference? Owner { get; set; }

    public DraftList<Reference> Metrics { get; } = new();

    public Uri? Link { get; set; }
}
