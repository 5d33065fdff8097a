using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

internal sealed class PersonaDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "persona";

    /// <summary>Whether code added it, so that a document's own list of personas does not name it yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>What the document says of the persona's behavior and the model does not hold.</summary>
    public Carried CarriedBehaviour { get; } = new();

    public bool IsPrimary { get; set; }

    public double? Share { get; set; }

    public List<string?> LookingFor { get; } = [];

    public List<(string? Attribute, string? Value)> Rules { get; } = [];
}
