using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney;

/// <summary>Verbs: classify a log with a map.</summary>
public static class ClassificationExtensions
{
    /// <summary>Reads a log through the map: every event gets its stage, every customer visits and a current stage. With rules, write <c>StageClassifier.Create(journey, rules => …).Classify(log)</c>.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="log">The log; it stays as it is.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event.</exception>
    public static StagedLog Classify(this Journey journey, JourneyLog log) => StageClassifier.Create(journey).Classify(log);

    /// <summary>Reads what a log tells of the time before an instant through the map.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="log">The log; it stays as it is.</param>
    /// <param name="asOf">As of when: only what happened before it counts; <see langword="null"/> for the end of the log.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event.</exception>
    public static StagedLog Classify(this Journey journey, JourneyLog log, DateTimeOffset? asOf) => StageClassifier.Create(journey).Classify(log, asOf);
}
