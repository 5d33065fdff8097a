using System.Diagnostics.CodeAnalysis;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerJourney.DependencyInjection;

/// <summary>Adds journeys to the services. All that the container then gives can be made by hand: a <see cref="Journey"/>, the <see cref="StageClassifier"/> of it, and its <see cref="StageTracker"/>.</summary>
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
    /// Adds a journey under a name: <c>[FromKeyedServices("name")] Journey</c>, <c>StageClassifier</c> and <c>StageTracker</c> are singletons.
    /// While it is the only one, they are also given without a name.
    /// </summary>
    /// <param name="journey">The journey.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event, so nothing could be classified with it.</exception>
    public CustomerJourneyBuilder AddJourney(Journey journey, string? name = null) => Add(StageClassifier.Create(journey), name);

    /// <summary>Adds a journey with rules under a name.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="rules">Adds rules of stages.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="JourneyDefinitionException">Nothing puts a customer into a stage, or the rules have faults; all of them are listed.</exception>
    public CustomerJourneyBuilder AddJourney(Journey journey, Action<StageRulesBuilder> rules, string? name = null) => Add(StageClassifier.Create(journey, rules), name);

    /// <summary>Adds a journey from a JSON file, which is read now, so that a fault in it shows when the program starts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JourneyDefinitionException">The file is not a map; all its faults are listed. Or no touchpoint names an event.</exception>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public CustomerJourneyBuilder AddJourney(string path, string? name = null) => AddJourney(Read(path), name);

    /// <summary>Adds a journey from a JSON file with rules.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">Adds rules of stages.</param>
    /// <param name="name">The name; <see langword="null"/> takes the journey's own.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JourneyDefinitionException">The file is not a map, or the rules have faults; all of them are listed.</exception>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public CustomerJourneyBuilder AddJourney(string path, Action<StageRulesBuilder> rules, string? name = null) => AddJourney(Read(path), rules, name);

    /// <summary>Says where the tracker of a journey keeps what it remembers of each customer. The store is made once, by the container, with what its constructor asks for.</summary>
    /// <typeparam name="TStore">The store, for example <see cref="InMemoryStageStore"/>.</typeparam>
    /// <param name="options">How late events may come and how much is kept; <see langword="null"/> for the defaults.</param>
    /// <param name="journey">The name of the journey; <see langword="null"/> means the only one. Each journey needs a store of its own, since customers have other stages in each.</param>
    /// <exception cref="ArgumentException">The journey has a store already, or there is no journey of the name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CustomerJourneyBuilder StoreStagesIn<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(StageTrackerOptions? options = null, string? journey = null)
        where TStore : class, IStageStore =>
        StoreStagesIn(provider => ActivatorUtilities.CreateInstance<TStore>(provider), options, journey);

    /// <summary>Says where the tracker of a journey keeps what it remembers of each customer.</summary>
    /// <param name="store">Makes the store, once: <c>provider => new DatabaseStageStore(provider.GetRequiredService&lt;DbDataSource&gt;())</c>.</param>
    /// <param name="options">How late events may come and how much is kept; <see langword="null"/> for the defaults.</param>
    /// <param name="journey">The name of the journey; <see langword="null"/> means the only one.</param>
    /// <exception cref="ArgumentException">The journey has a store already, or there is no journey of the name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CustomerJourneyBuilder StoreStagesIn(Func<IServiceProvider, IStageStore> store, StageTrackerOptions? options = null, string? journey = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new StageTrackerOptions();
        options.Validate();
        _catalog.SetStore(journey, new JourneyStore(store, options));
        return this;
    }

    private CustomerJourneyBuilder Add(StageClassifier classifier, string? name)
    {
        name ??= classifier.Journey.Name;
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _catalog.Add(name, classifier);
        Services.AddKeyedSingleton(name, classifier.Journey);
        Services.AddKeyedSingleton(name, classifier);
        Services.AddKeyedSingleton(name, (provider, _) => _catalog.StoreOf(name).Track(classifier, provider));
        return this;
    }

    private static Journey Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Journey.Parse(File.ReadAllText(path));
    }
}
