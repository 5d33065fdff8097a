using CustomerJourney.Classification;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerJourney.DependencyInjection;

/// <summary>Adds journeys to the services. All that the container then gives can be made by hand: a <see cref="Journey"/> and the <see cref="StageClassifier"/> of it.</summary>
public sealed class CustomerJourneyBuilder
{
    private readonly JourneyCatalog _catalog;

    internal CustomerJourneyBuilder(IServiceCollection services, JourneyCatalog catalog)
    {
        Services = services;
        _catalog = catalog;
    }

    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a journey under a name: <c>[FromKeyedServices("name")] Journey</c> and <c>StageClassifier</c> are singletons.
    /// While it is the only one, they are also given without a name.
    /// </summary>
    /// <param name="journey">The journey.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event, so nothing could be classified with it.</exception>
    public CustomerJourneyBuilder AddJourney(Journey journey, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        name ??= journey.Name;
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        StageClassifier classifier = StageClassifier.Create(journey);
        _catalog.Add(name, classifier);
        Services.AddKeyedSingleton(name, journey);
        Services.AddKeyedSingleton(name, classifier);
        return this;
    }

    /// <summary>Adds a journey from a JSON file, which is read now, so that a fault in it shows when the program starts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JourneyDefinitionException">The file is not a map; all its faults are listed. Or no touchpoint names an event.</exception>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public CustomerJourneyBuilder AddJourney(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return AddJourney(Journey.Parse(File.ReadAllText(path)), name);
    }
}
