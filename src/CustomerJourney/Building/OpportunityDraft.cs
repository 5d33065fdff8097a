namespace CustomerJourney.Building;

internal sealed class OpportunityDraft(string? title) : NamedDraft(title)
{
    public override string Kind => "opportunity";

    public override string NameWord => "title";

    public List<Reference> Answers { get; } = [];

    public int? Impact { get; set; }

    public int? Effort { get; set; }

    public double? Confidence { get; set; }
}
