using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>A stage model while it is being filled; anything may still be wrong with it.</summary>
internal sealed class StageModelDraft(string? id, string? name)
{
    /// <summary>The document of the model; <see langword="null"/> for one made in code.</summary>
    public DocumentValue? Source { get; init; }

    public string? Id { get; } = id;

    public string? Name { get; } = name;

    public string? PublishedIn { get; set; }

    public string? Note { get; set; }

    public string Language { get; set; } = "en";

    /// <summary>The language of the names as the source prints them; that of the model where nobody said.</summary>
    public string? OriginalLanguage { get; set; }

    public StageModelOrder Order { get; set; }

    public string? ReturnsTo { get; set; }

    public List<StageModelStageDraft> Stages { get; } = [];
}
