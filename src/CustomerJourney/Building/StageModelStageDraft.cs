using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

internal sealed class StageModelStageDraft(string? key, string? name)
{
    /// <summary>The stage in the document of the model; <see langword="null"/> for one made in code.</summary>
    public DocumentValue? Source { get; init; }

    public string? Key { get; } = key;

    public string? Name { get; } = name;

    /// <summary>The name as the source prints it; <see langword="null"/> where it is the name.</summary>
    public string? OriginalName { get; set; }

    public List<PhaseWeight> Phases { get; } = [];

    public List<(string? Language, string? Name)> Translations { get; } = [];

    public List<string?> CustomerActions { get; } = [];

    public List<string?> CompanyActions { get; } = [];
}
