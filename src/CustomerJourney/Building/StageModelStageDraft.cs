using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

internal sealed class StageModelStageDraft(string? key, string? name)
{
    public string? Key { get; } = key;

    public string? Name { get; } = name;

    public List<PhaseWeight> Phases { get; } = [];

    public List<(string? Language, string? Name)> Translations { get; } = [];

    public List<string?> CustomerActions { get; } = [];

    public List<string?> CompanyActions { get; } = [];
}
