namespace CustomerJourney.Building;

internal sealed class PersonaDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "persona";

    public bool IsPrimary { get; set; }

    public double? Share { get; set; }

    public List<string?> LookingFor { get; } = [];

    public List<(string? Attribute, string? Value)> Rules { get; } = [];
}
