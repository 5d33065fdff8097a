namespace CustomerJourney.Building;

internal sealed class PainPointDraft(string? text) : NamedDraft(text)
{
    public override string Kind => "pain point";

    public override string NameWord => "text";

    public Severity Severity { get; init; }

    public double? AffectedShare { get; init; }
}
