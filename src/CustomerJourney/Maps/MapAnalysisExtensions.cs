using CustomerJourney.Maps;

namespace CustomerJourney;

/// <summary>Verbs: analyze a map alone.</summary>
public static class MapAnalysisExtensions
{
    /// <summary>Says what a map alone, without any data of customers, tells: how it feels, what hurts, what would help, on which channels it takes place and who works on it.</summary>
    /// <param name="journey">The map. A pure function of it: the same map gives the same figures.</param>
    public static MapAnalysis Analyze(this Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return new MapAnalysis(journey);
    }
}
