namespace CustomerJourney.Building;

internal sealed class DepartmentDraft(LocalizedText? name) : NamedDraft(name)
{
    public override string Kind => "department";
}
