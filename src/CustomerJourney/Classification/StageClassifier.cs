using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>
/// Reads a log through a map: the events that touchpoints name as their evidence put customers into stages.
/// Stages may be skipped, repeated and returned to; an event that the map does not know is counted and changes nothing.
/// </summary>
/// <remarks>
/// An event that is evidence for touchpoints of several stages stands for the stage in which the customer is, if that is one of them; else for the next later one;
/// else for the nearest earlier one; for a customer in no stage yet, for the earliest. Evidence on a named channel goes before evidence on any channel.
/// Safe for use by many threads.
/// </remarks>
public sealed class StageClassifier
{
    private StageClassifier(Journey journey, StageRules rules)
    {
        Journey = journey;
        Rules = rules;
    }

    /// <summary>The map.</summary>
    public Journey Journey { get; }

    /// <summary>The rules; <see cref="StageRules.None"/> if the evidence of touchpoints alone is asked.</summary>
    public StageRules Rules { get; }

    /// <summary>Makes a classifier of a map.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event, so that no log could be classified; or some name events with conditions on attributes, which this version cannot evaluate.</exception>
    public static StageClassifier Create(Journey journey) => Create(journey, StageRules.None);

    internal static StageClassifier Create(Journey journey, StageRules rules)
    {
        ArgumentNullException.ThrowIfNull(journey);
        if (journey.Touchpoints.All(touchpoint => touchpoint.EventBindings.Count == 0))
            throw new JourneyDefinitionException("A classifier", [$"no touchpoint of the journey '{journey.Name}' names an event; say which events are evidence: touch.ObservedAs(\"order_paid\")"]);
        string[] conditions = [.. journey.Touchpoints.Where(touchpoint => touchpoint.EventBindings.Any(binding => binding.Conditions.Count > 0)).Select(touchpoint =>
            $"the touchpoint '{touchpoint.Name}' binds an event with conditions on attributes, which cannot be evaluated yet; without them other events would count too: bind the event alone or on a channel")];
        if (conditions.Length > 0) throw new JourneyDefinitionException("A classifier", conditions);
        return new StageClassifier(journey, rules);
    }

    /// <summary>Gives every event its stage and every customer a persona.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <remarks>Takes time linear in the events, on all cores, and one byte an event.</remarks>
    public StagedLog Classify(JourneyLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        StageEvidence evidence = new(Journey, log.Schema);
        StageAssignment assignment = StageAssignment.Of(log, Journey, evidence);
        LogColumns columns = log.Columns with
        {
            Stages = assignment.Stages,
            Feedback = log.Columns.Feedback is { } feedback
                ? feedback with { Stages = assignment.AnswerStages, Touchpoints = assignment.AnswerTouchpoints }
                : null,
            Personas = PersonaAssignment.Of(log, Journey),
        };
        DataQualityReport quality = log.Quality with
        {
            UnknownEvents = assignment.UnknownEvents.Sum(),
            UnknownEventNames = Names(log.Schema.Events, assignment.UnknownEvents),
            UnknownTouchpoints = assignment.UnknownTouchpoints,
        };
        return new StagedLog(Journey, Rules, log.Schema.With(columns, log.Range, log.Schema.ObservedUntil, Journey, evidence), columns, new(log.CustomerArray), quality);
    }

    /// <summary>Makes a tracker, which classifies one event at a time.</summary>
    /// <param name="store">Where it keeps what it remembers of each customer; <see langword="null"/> for memory that ends with it.</param>
    /// <param name="options">How late events may come and how much is kept; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public StageTracker Track(IStageStore? store = null, StageTrackerOptions? options = null)
    {
        options ??= new StageTrackerOptions();
        options.Validate();
        return new StageTracker(this, new TrackerDefinition(Journey, Rules, StageMachine.Compile(Journey, Rules), options), store ?? new InMemoryStageStore());
    }

    private static NameCount[] Names(IReadOnlyList<string> names, long[] counts) =>
    [
        .. Enumerable.Range(0, counts.Length)
            .Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code])
            .ThenBy(code => code)
            .Select(code => new NameCount { Name = names[code], Count = counts[code] }),
    ];
}
