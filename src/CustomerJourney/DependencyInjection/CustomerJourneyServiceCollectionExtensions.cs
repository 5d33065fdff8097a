using CustomerJourney.Classification.Tracking;
using CustomerJourney.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerJourney;

/// <summary>Verbs: register the library with a container.</summary>
public static class CustomerJourneyServiceCollectionExtensions
{
    /// <summary>Adds the library to the services. Calling it again gives the same journeys to add to and changes nothing.</summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder that adds journeys.</returns>
    public static CustomerJourneyBuilder AddCustomerJourney(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        JourneyCatalog catalog = services
            .Where(service => service.ServiceType == typeof(JourneyCatalog))
            .Select(service => (JourneyCatalog)service.ImplementationInstance!)
            .FirstOrDefault() ?? new JourneyCatalog();
        services.TryAddSingleton(catalog);
        services.TryAddSingleton(provider => provider.GetRequiredService<JourneyCatalog>().Only().Classifier);
        services.TryAddSingleton(provider => provider.GetRequiredService<JourneyCatalog>().Only().Classifier.Journey);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<StageTracker>(provider.GetRequiredService<JourneyCatalog>().Only().Name));
        return new CustomerJourneyBuilder(services, catalog);
    }

    /// <summary>Adds the library and its journeys to the services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds journeys.</param>
    /// <returns>A builder that adds more journeys.</returns>
    public static CustomerJourneyBuilder AddCustomerJourney(this IServiceCollection services, Action<CustomerJourneyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        CustomerJourneyBuilder builder = services.AddCustomerJourney();
        configure(builder);
        return builder;
    }
}
