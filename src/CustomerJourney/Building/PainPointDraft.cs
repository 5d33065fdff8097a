namespace CustomerJourney.Building;

internal sealed class PainPointDraft(LocalizedText? text) : NamedDraft(text)
{
    public override string Kind => "pain point";

    public override string NameWord => "text";

    public Severity Severity { get; set; }

    public PainPointCategory? Category { get; set; }

    public double? AffectedShare { get; set; }

    public DraftList<Reference> Personas { get; } = new();

    public DraftList<Reference> Evidence { get; } = new();
}
