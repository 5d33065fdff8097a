using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerJourney.Tests.DependencyInjection;

public class ServiceCollectionTests
{
    private static readonly Journey Shop = Map("Shop");
    private static readonly Journey Support = Map("Support");

    [Fact]
    public void The_only_journey_is_given_with_and_without_its_name()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney().AddJourney(Shop);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Shop, provider.GetRequiredService<Journey>());
        Assert.Same(Shop, provider.GetRequiredKeyedService<Journey>("Shop"));
        Assert.Same(provider.GetRequiredService<StageClassifier>(), provider.GetRequiredKeyedService<StageClassifier>("Shop"));
        Assert.Same(Shop, provider.GetRequiredService<StageClassifier>().Journey);
    }

    [Fact]
    public void Of_several_journeys_each_is_given_by_its_name_and_none_without()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney(journeys => journeys.AddJourney(Shop).AddJourney(Support, "help"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Support, provider.GetRequiredKeyedService<Journey>("help"));
        Assert.Same(Shop, provider.GetRequiredKeyedService<StageClassifier>("Shop").Journey);
        string message = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<Journey>).Message;
        Assert.Contains("'Shop', 'help'", message, StringComparison.Ordinal);
        Assert.Contains("FromKeyedServices", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_the_library_twice_adds_to_the_same_journeys()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney().AddJourney(Shop);
        int registrations = services.Count;
        CustomerJourneyBuilder again = services.AddCustomerJourney();

        Assert.Equal(registrations, services.Count);
        Assert.Same(services, again.Services);
        ArgumentException taken = Assert.Throws<ArgumentException>(() => again.AddJourney(Map("Shop")));
        Assert.Contains("'Shop' has been added already", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tracker_is_given_over_the_store_that_was_said()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney()
            .AddJourney(Shop, rules => rules.DormantAfter(TimeSpan.FromDays(90)))
            .StoreStagesIn<InMemoryStageStore>(new() { Lateness = TimeSpan.FromDays(1) });
        await using ServiceProvider provider = services.BuildServiceProvider();

        StageTracker tracker = provider.GetRequiredService<StageTracker>();
        Assert.Same(tracker, provider.GetRequiredKeyedService<StageTracker>("Shop"));
        Assert.Same(provider.GetRequiredService<StageClassifier>(), tracker.Classifier);
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(90)), (tracker.Options.Lateness, tracker.Classifier.Rules.DormantAfter));
        StageChange change = await tracker.TrackAsync(new() { Customer = "ann", Event = Shop.Touchpoints[0].EventBindings[0].Event, At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal((null, Shop.Stages[0]), (change.Before, change.After));
        Assert.Equal(Shop.Stages[0], (await tracker.FindAsync("ann"))!.Current);
    }

    [Fact]
    public void Each_of_several_journeys_needs_a_store_of_its_own()
    {
        ServiceCollection services = new();
        CustomerJourneyBuilder journeys = services.AddCustomerJourney().AddJourney(Shop).AddJourney(Support, "help").StoreStagesIn<InMemoryStageStore>().StoreStagesIn(_ => new InMemoryStageStore(), journey: "help");
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Support, provider.GetRequiredKeyedService<StageTracker>("help").Classifier.Journey);
        Assert.Contains("StoreStagesIn<…>(journey: \"Shop\")", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<StageTracker>("Shop")).Message, StringComparison.Ordinal);
        Assert.Contains("'help' has a store already", Assert.Throws<ArgumentException>(() => journeys.StoreStagesIn<InMemoryStageStore>(journey: "help")).Message, StringComparison.Ordinal);
        Assert.Contains("name the journey of the other one", Assert.Throws<ArgumentException>(() => journeys.StoreStagesIn<InMemoryStageStore>()).Message, StringComparison.Ordinal);
        Assert.Contains("no journey named 'shop'", Assert.Throws<ArgumentException>(() => journeys.StoreStagesIn<InMemoryStageStore>(journey: "shop")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => journeys.StoreStagesIn<InMemoryStageStore>(new() { KeptVisits = 0 }, "Shop"));
    }

    [Fact]
    public void Of_two_stores_of_the_only_journey_none_is_passed_over_in_silence()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney().AddJourney(Shop).StoreStagesIn<InMemoryStageStore>().StoreStagesIn<InMemoryStageStore>(journey: "Shop");
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Contains("'Shop' has two stores of stages", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<StageTracker>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tracker_without_a_store_says_how_to_set_one()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney().AddJourney(Shop);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Contains("StoreStagesIn<InMemoryStageStore>()", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<StageTracker>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_journey_the_message_says_how_to_add_one()
    {
        ServiceCollection services = new();
        services.AddCustomerJourney();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains("AddJourney(journey)", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<StageClassifier>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journey_can_come_from_a_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await Shop.SaveAsync(path);
            ServiceCollection services = new();
            services.AddCustomerJourney().AddJourney(path, "from a file");
            await using ServiceProvider provider = services.BuildServiceProvider();

            Assert.Equal(Shop.ToJson(), provider.GetRequiredKeyedService<Journey>("from a file").ToJson());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_journey_without_evidence_is_refused_when_it_is_added()
    {
        Journey empty = Journey.Create("Empty", map => map.AddStage("Only"));

        JourneyDefinitionException refusal = Assert.Throws<JourneyDefinitionException>(() => new ServiceCollection().AddCustomerJourney().AddJourney(empty));
        Assert.Contains("ObservedAs", Assert.Single(refusal.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_arguments_are_named()
    {
        Assert.Equal("services", Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddCustomerJourney()).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddCustomerJourney(null!)).ParamName);
        Assert.Equal("journey", Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddCustomerJourney().AddJourney((Journey)null!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCustomerJourney().AddJourney(Shop, " ")).ParamName);
    }

    private static Journey Map(string name) =>
        Journey.Create(name, map => map.AddStage("Purchase", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid"))));
}
