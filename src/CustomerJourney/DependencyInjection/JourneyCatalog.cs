using CustomerJourney.Classification;

namespace CustomerJourney.DependencyInjection;

/// <summary>The journeys of a container by name, in the order added.</summary>
internal sealed class JourneyCatalog
{
    private readonly List<(string Name, StageClassifier Classifier)> _journeys = [];

    public void Add(string name, StageClassifier classifier)
    {
        if (_journeys.Exists(known => known.Name == name))
            throw new ArgumentException($"A journey named '{name}' has been added already; give this one another name: AddJourney(journey, \"…\").", nameof(name));
        _journeys.Add((name, classifier));
    }

    /// <summary>The classifier that is meant where no name is given.</summary>
    public StageClassifier Only() => _journeys.Count switch
    {
        1 => _journeys[0].Classifier,
        0 => throw new InvalidOperationException("No journey has been added: services.AddCustomerJourney().AddJourney(journey)."),
        _ => throw new InvalidOperationException(
            $"{_journeys.Count} journeys have been added, so say which one is meant: [FromKeyedServices(\"name\")] with {string.Join(", ", _journeys.Select(known => $"'{known.Name}'"))}."),
    };
}
