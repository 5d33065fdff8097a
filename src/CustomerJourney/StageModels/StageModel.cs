namespace CustomerJourney.StageModels;

/// <summary>
/// A way to cut a journey into stages, as data: what each stage is called, what customers and company do in it, and which of the twelve canonical phases it covers.
/// The published models are the static properties; users make their own with <c>StageModel.Create</c>. Immutable and safe to share between threads; equal only to itself.
/// </summary>
/// <remarks>
/// The weights of the phases are a judgement, to the nearest tenth (a quarter where four phases share a stage), and no part of the sources; a map states its own per stage where it knows better.
/// Sources 000 to 004 are the five articles that the library starts from: 000 Chinese (ou-b.com, 2022), 001 Traditional Chinese (a forum, 2024), 002 Russian (the Waalaxy blog),
/// 003 Chinese (an e-commerce blog), 004 Malay. Where an article is a machine translation, its names are given as it prints them.
/// </remarks>
public sealed partial class StageModel
{
    /// <summary>Weights are written with few digits; their binary sums, and the mean phases made of them, may differ in the last places.</summary>
    internal const double Tolerance = 1e-9;

    internal StageModel(
        string id,
        string name,
        string? source,
        StageModelOrder order,
        IReadOnlyList<StageModelStage> stages,
        string? note = null,
        string language = "en",
        string? originalLanguage = null,
        string? returnsTo = null)
    {
        Id = id;
        Name = name;
        Source = source;
        Order = order;
        Note = note;
        Language = language;
        OriginalLanguage = originalLanguage ?? language;
        Stages = [.. stages];
        for (int position = 0; position < Stages.Count; position++) Stages[position].PlaceIn(this, position);
        ReturnsTo = returnsTo is null ? null : FindStage(returnsTo);
        Coverage = [.. Enum.GetValues<JourneyPhase>().Where(phase => Stages.Any(stage => stage.ShareOf(phase) > 0))];
        Languages = [.. Stages[0].Names.Keys.Where(tag => Stages.All(stage => stage.Names.ContainsKey(tag))).Order(StringComparer.Ordinal)];
        IsInTimeOrder = FirstBackwards(Stages) is null;
    }

    /// <summary>The identity: lower-case letters, digits and single hyphens.</summary>
    public string Id { get; }

    /// <summary>What the model is called.</summary>
    public string Name { get; }

    /// <summary>Where the model is published; 000 to 004 are the five articles of the remarks. <see langword="null"/> when nobody said.</summary>
    public string? Source { get; }

    /// <summary>How customers are thought to go through the stages.</summary>
    public StageModelOrder Order { get; }

    /// <summary>What else should be known of the model; <see langword="null"/> when there is nothing.</summary>
    public string? Note { get; }

    /// <summary>The language of the names (<see cref="StageModelStage.Name"/>), a BCP 47 tag; <c>en</c> for every published model.</summary>
    public string Language { get; }

    /// <summary>The language of <see cref="StageModelStage.OriginalName"/>, a BCP 47 tag.</summary>
    public string OriginalLanguage { get; }

    /// <summary>The languages in which every stage has a name, sorted ordinally; always holds <see cref="Language"/>.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The stages in the order of the model; at least one.</summary>
    public IReadOnlyList<StageModelStage> Stages { get; }

    /// <summary>The stage to which customers come back after the last one; <see langword="null"/> unless the model is <see cref="StageModelOrder.Cyclic"/>.</summary>
    public StageModelStage? ReturnsTo { get; }

    /// <summary>
    /// The canonical phases that at least one stage covers, in the order of time; empty for a model whose stages state none.
    /// Published models cover at most eleven: none has <see cref="JourneyPhase.Leave"/>.
    /// </summary>
    public IReadOnlyList<JourneyPhase> Coverage { get; }

    /// <summary>Whether the stages follow each other in time: their mean phase, weighted, never falls. Always so for a <see cref="StageModelOrder.Linear"/> model. Stages without phases are passed over.</summary>
    public bool IsInTimeOrder { get; }

    /// <summary>All published models: those of the five articles, then those of the literature.</summary>
    public static IReadOnlyList<StageModel> All => StageModelCatalog.Default.Models;

    /// <summary>Finds a published model by id, ordinally; <see langword="null"/> when there is none.</summary>
    public static StageModel? Find(string id) => StageModelCatalog.Default.Find(id);

    /// <summary>Finds a stage by key, ordinally; <see langword="null"/> when there is none.</summary>
    public StageModelStage? FindStage(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Stages.FirstOrDefault(stage => string.Equals(stage.Key, key, StringComparison.Ordinal));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The first stage that lies in time before the stage ahead of it, with that stage; <see langword="null"/> when the stages follow each other in time.</summary>
    internal static (StageModelStage Ahead, StageModelStage Stage)? FirstBackwards(IEnumerable<StageModelStage> stages)
    {
        StageModelStage? ahead = null;
        foreach (StageModelStage stage in stages.Where(stage => stage.Center is not null))
        {
            if (ahead is not null && stage.Center < ahead.Center - Tolerance) return (ahead, stage);
            ahead = stage;
        }

        return null;
    }
}
