using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>A stage model while it is being filled; anything may still be wrong with it.</summary>
internal sealed class StageModelDraft(string? id, string? name)
{
    public string? Id { get; } = id;

    public string? Name { get; } = name;

    public string? Source { get; set; }

    public string? Note { get; set; }

    public string Language { get; set; } = "en";

    public StageModelOrder Order { get; set; }

    public string? ReturnsTo { get; set; }

    public List<StageModelStageDraft> Stages { get; } = [];
}
