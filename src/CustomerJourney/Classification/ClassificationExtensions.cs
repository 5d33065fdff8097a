using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney;

/// <summary>Verbs: classify a log with a map.</summary>
public static class ClassificationExtensions
{
    /// <summary>Reads a log through the map: every event gets its stage, every customer visits and a current stage.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="log">The log; it stays as it is.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event.</exception>
    public static StagedLog Classify(this Journey journey, JourneyLog log) => StageClassifier.Create(journey).Classify(log);
}
