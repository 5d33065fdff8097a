namespace CustomerJourney.Building;

internal sealed class EvidenceDraft(LocalizedText? title) : NamedDraft(title)
{
    public override string Kind => "evidence";

    public override string NameWord => "title";

    public EvidenceKind EvidenceKind { get; set; }

    public int? SampleSize { get; set; }

    public DateOnly? CollectedOn { get; set; }

    public Uri? Uri { get; set; }
}
