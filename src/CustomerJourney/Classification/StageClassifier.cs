using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>
/// Reads a log through a map: the events that touchpoints name as their evidence put customers into stages, and so do rules, if there are some.
/// Stages may be skipped, repeated and returned to; an event that neither map nor rules know is counted and changes nothing.
/// </summary>
/// <remarks>
/// An event that is evidence for touchpoints of several stages stands for the stage in which the customer is, if that is one of them; else for the next later one;
/// else for the nearest earlier one; for a customer in no stage yet, for the earliest. Evidence with conditions on attributes and on a named channel goes before evidence with conditions alone,
/// that before evidence on a named channel, and that before the event alone. Safe for use by many threads.
/// </remarks>
public sealed class StageClassifier
{
    private readonly StageMachine? _machine;

    private StageClassifier(Journey journey, StageRules rules)
    {
        Journey = journey;
        Rules = rules;
        // A table is faster than the machine and gives the same where only names and channels count.
        bool needsMachine = rules.Rules.Count > 0 || rules.History is not null || rules.DormantAfter is not null || Bindings(journey).Any(binding => binding.Conditions.Count > 0);
        _machine = needsMachine ? StageMachine.Compile(journey, rules) : null;
    }

    /// <summary>The map.</summary>
    public Journey Journey { get; }

    /// <summary>The rules; <see cref="StageRules.None"/> if the evidence of touchpoints alone is asked.</summary>
    public StageRules Rules { get; }

    /// <summary>Makes a classifier of a map, with or without rules.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="configure">Says the rules; <see langword="null"/> for none.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event and no rule or history does, so that no log could be classified; or the rules are wrong: all their faults are listed.</exception>
    public static StageClassifier Create(Journey journey, Action<StageRulesBuilder>? configure = null) =>
        Create(journey, configure is null ? StageRules.None : StageRulesBuilder.Make(configure));

    /// <summary>Makes a classifier of a map and rules that were made before.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="rules">The rules.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event and no rule or history does, so that no log could be classified; or the rules are wrong: all their faults are listed.</exception>
    public static StageClassifier Create(Journey journey, StageRules rules)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(rules);
        StageRulesCheck.Require(rules, journey);
        if (!Bindings(journey).Any() && rules.Rules.Count == 0 && rules.History is null)
            throw new JourneyDefinitionException("A classifier", [$"no touchpoint of the journey '{journey.Name}' names an event; say which events are evidence: touch.ObservedAs(\"order_paid\")"]);
        return new StageClassifier(journey, rules);
    }

    /// <summary>Gives every event its stage and every customer a persona, as of the end of the log.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <inheritdoc cref="Classify(JourneyLog, DateTimeOffset?)"/>
    public StagedLog Classify(JourneyLog log) => Classify(log, asOf: null);

    /// <summary>Gives every event its stage and every customer a persona.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <param name="asOf">
    /// As of when: only what happened before it counts, customers whose first event came later are left out, and silence that is complete by then (at this very time, too) has had its effect.
    /// <see langword="null"/> for the end of the log, <see cref="LogSchema.ObservedUntil"/>. There is no clock: who wants to know who is silent today says so.
    /// </param>
    /// <remarks>
    /// Takes time linear in the events, on all cores, and one byte an event; four more where touchpoints ask for attributes. Personas follow from the attributes of customers, of which a log keeps the latest value, however
    /// early the instant.
    /// </remarks>
    public StagedLog Classify(JourneyLog log, DateTimeOffset? asOf) => Classify(log, asOf, threads: null);

    /// <summary>Does the same on so many threads, <see langword="null"/> for all cores, which makes no difference but in time.</summary>
    internal StagedLog Classify(JourneyLog log, DateTimeOffset? asOf, int? threads)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (asOf is { } end) log = log.Until(end);
        DateTimeOffset? observedUntil = asOf ?? log.Schema.ObservedUntil;
        StageEvidence evidence = new(Journey, Rules, log.Schema);
        StageAssignment assignment = _machine is null
            ? StageAssignment.Of(log, Journey, evidence, threads)
            : StageAssignment.Of(log, Journey, evidence, _machine, observedUntil?.UtcTicks ?? 0, threads);
        LogColumns columns = log.Columns with
        {
            Stages = assignment.Stages,
            Touchpoints = assignment.Touchpoints,
            Silences = assignment.Silences,
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
        return new StagedLog(Journey, Rules, log.Schema.With(columns, log.Range, observedUntil, Journey, evidence), columns, new(log.CustomerArray), quality);
    }

    /// <summary>What the rules name that a log does not have: events, channels, attributes and their values, currencies; and events of the log that state a stage which the map does not have.</summary>
    /// <param name="schema">The names of the log, <see cref="JourneyLog.Schema"/>.</param>
    /// <returns>One sentence for each, with names that are near; empty if there is none. A log of one week may rightly lack what is rare, so nothing is thrown.</returns>
    public IReadOnlyList<string> ProblemsWith(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return StageRulesCheck.AgainstLog(Rules, Journey, schema);
    }

    /// <summary>Makes a tracker, which classifies one event at a time.</summary>
    /// <param name="store">Where it keeps what it remembers of each customer; <see langword="null"/> for memory that ends with it.</param>
    /// <param name="options">How late events may come and how much is kept; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public StageTracker Track(IStageStore? store = null, StageTrackerOptions? options = null)
    {
        options ??= new StageTrackerOptions();
        options.Validate();
        return new StageTracker(this, new TrackerDefinition(Journey, Rules, _machine ?? StageMachine.Compile(Journey, Rules), options), store ?? new InMemoryStageStore());
    }

    private static IEnumerable<EventBinding> Bindings(Journey journey) => journey.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings);

    private static NameCount[] Names(IReadOnlyList<string> names, long[] counts) =>
    [
        .. Enumerable.Range(0, counts.Length)
            .Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code])
            .ThenBy(code => code)
            .Select(code => new NameCount { Name = names[code], Count = counts[code] }),
    ];
}
