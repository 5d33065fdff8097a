using CustomerJourney.Classification;

namespace CustomerJourney.DependencyInjection;

/// <summary>The journeys of a container by name, in the order added.</summary>
internal sealed class JourneyCatalog
{
    private readonly List<(string Name, StageClassifier Classifier)> _journeys = [];
    private readonly Dictionary<string, JourneyStore> _stores = new(StringComparer.Ordinal);

    /// <summary>The store of the only journey, which may be added later.</summary>
    private JourneyStore? _onlyStore;

    public void Add(string name, StageClassifier classifier)
    {
        if (_journeys.Exists(known => known.Name == name))
            throw new ArgumentException($"A journey named '{name}' has been added already; give this one another name: AddJourney(journey, \"…\").", nameof(name));
        _journeys.Add((name, classifier));
    }

    /// <summary>Sets the store of a journey, or of the only one.</summary>
    public void SetStore(string? journey, JourneyStore store)
    {
        if (journey is not null && !_journeys.Exists(known => known.Name == journey))
            throw new ArgumentException($"There is no journey named '{journey}' that could have a store; add it before: AddJourney(journey, name).", nameof(journey));
        if (journey is null ? _onlyStore is not null : !_stores.TryAdd(journey, store))
            throw new ArgumentException(journey is null ? "The store of the only journey is set already; name the journey of the other one: StoreStagesIn<…>(journey: \"…\")." : $"The journey '{journey}' has a store already.", nameof(journey));
        if (journey is null) _onlyStore = store;
    }

    /// <summary>The store of a journey.</summary>
    public JourneyStore StoreOf(string journey)
    {
        bool isNamed = _stores.TryGetValue(journey, out JourneyStore? store);
        if (_onlyStore is null && isNamed) return store!;
        if (_onlyStore is null) throw new InvalidOperationException($"The journey '{journey}' has no store of stages: StoreStagesIn<InMemoryStageStore>(), or StoreStagesIn(provider => new DatabaseStageStore(…)).");
        // A store that nobody uses would be one that somebody believes to be in use.
        if (isNamed && _journeys.Count == 1) throw new InvalidOperationException($"The journey '{journey}' has two stores of stages: one that is said to be its own, and one of the only journey, which it is; remove one of them.");
        if (isNamed) return store!;
        return _journeys.Count == 1
            ? _onlyStore
            : throw new InvalidOperationException($"{_journeys.Count} journeys have been added, and a store that is not said to be of '{journey}'; each needs its own: StoreStagesIn<…>(journey: \"{journey}\").");
    }

    /// <summary>The name and the classifier that are meant where no name is given.</summary>
    public (string Name, StageClassifier Classifier) Only() => _journeys.Count switch
    {
        1 => _journeys[0],
        0 => throw new InvalidOperationException("No journey has been added: services.AddCustomerJourney().AddJourney(journey)."),
        _ => throw new InvalidOperationException(
            $"{_journeys.Count} journeys have been added, so say which one is meant: [FromKeyedServices(\"name\")] with {string.Join(", ", _journeys.Select(known => $"'{known.Name}'"))}."),
    };
}
