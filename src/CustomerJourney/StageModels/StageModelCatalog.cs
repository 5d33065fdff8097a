namespace CustomerJourney.StageModels;

/// <summary>
/// Stage models by id: the published ones, and a user's own beside them. Immutable and safe to share between threads;
/// <see cref="With"/> gives a new catalog, so nobody's models change under another's hands.
/// </summary>
public sealed class StageModelCatalog
{
    private readonly Dictionary<string, StageModel> _byId;

    private StageModelCatalog(IReadOnlyList<StageModel> models)
    {
        Models = models;
        _byId = models.ToDictionary(model => model.Id, StringComparer.Ordinal);
    }

    /// <summary>The published models.</summary>
    public static StageModelCatalog Default { get; } = new(
    [
        StageModel.FiveStageWithActions, StageModel.OfflineThreeStep,
        StageModel.FiveStage, StageModel.MarketingFunnel,
        StageModel.EightStage, StageModel.BuyerThreeStage, StageModel.CarBuyer, StageModel.InStore,
        StageModel.SixStage, StageModel.WebService, StageModel.HubSpotThreeStage, StageModel.BeforeDuringAfter,
        StageModel.BrightVessel, StageModel.MultiPersona, StageModel.Comprehensive,
        StageModel.PurchaseJourney,
        StageModel.Aida, StageModel.Aarrr, StageModel.McKinseyLoop, StageModel.Race, StageModel.SeeThinkDoCare,
        StageModel.HubSpotLifecycle, StageModel.Flywheel, StageModel.LemonVerhoef,
    ]);

    /// <summary>The models in the order in which they came.</summary>
    public IReadOnlyList<StageModel> Models { get; }

    /// <summary>The model of an id, ordinally.</summary>
    /// <exception cref="KeyNotFoundException">The catalog has no such model; the message lists the ids that it has.</exception>
    public StageModel this[string id] => Find(id)
        ?? throw new KeyNotFoundException($"There is no stage model \"{id}\"; known are {string.Join(", ", Models.Select(model => model.Id))}.");

    /// <summary>Finds a model by id, ordinally; <see langword="null"/> when there is none.</summary>
    public StageModel? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.GetValueOrDefault(id);
    }

    /// <summary>A catalog with one model more; this one stays as it is.</summary>
    /// <exception cref="ArgumentException">The catalog already has a model of this id. Ids are identities: maps name their model by it.</exception>
    public StageModelCatalog With(StageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Find(model.Id) is { } known)
            throw new ArgumentException($"The id \"{model.Id}\" is taken by the stage model \"{known.Name}\"; give yours another id.", nameof(model));
        return new StageModelCatalog([.. Models, model]);
    }
}
