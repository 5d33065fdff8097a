using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>
/// The stages of a map as the hidden states of a Markov model whose symbols are the names of events: what a customer does tells, with some probability, in which stage he is. Skips and returns are transitions like any other.
/// Immutable, equal by value, safe for use by many threads.
/// </summary>
/// <remarks>
/// Made from the map alone (<see cref="FromMap"/>), from events whose stages are known (<see cref="FromLabels"/>), or learned from a log without labels (<see cref="Learn"/>). Events whose names it does not know are passed over.
/// It sees names and their order; times, channels and attributes of events it does not see. L. R. Rabiner, Proceedings of the IEEE 77 (1989).
/// </remarks>
public sealed partial class HiddenStageModel : IEquatable<HiddenStageModel>
{
    /// <summary>What stands for an event that the model does not know.</summary>
    internal const ushort UnknownSymbol = ushort.MaxValue;

    private const string Subject = "The hidden stage model";

    private readonly Dictionary<string, ushort> _symbols;

    private HiddenStageModel(Journey journey, string[] events, HiddenMarkovModel probabilities)
    {
        Journey = journey;
        Events = Array.AsReadOnly(events);
        Probabilities = probabilities;
        _symbols = events.Index().ToDictionary(symbol => symbol.Item, symbol => (ushort)symbol.Index, StringComparer.Ordinal);
    }

    /// <summary>The map, whose stages are the states, in its order.</summary>
    public Journey Journey { get; }

    /// <summary>The names of the events that it knows, at least one; the symbol of an event is its place here.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>The probabilities of starts, of transitions from event to event, and of events in each stage.</summary>
    public HiddenMarkovModel Probabilities { get; }

    /// <summary>Makes a model of given probabilities.</summary>
    /// <param name="journey">The map; the state of a stage is its place.</param>
    /// <param name="events">The names of events, all different; the symbol of an event is its place.</param>
    /// <param name="probabilities">A model with as many states as the map has stages and as many symbols as there are names.</param>
    /// <exception cref="JourneyDefinitionException">They do not fit together; all faults are listed.</exception>
    public static HiddenStageModel Create(Journey journey, IEnumerable<string> events, HiddenMarkovModel probabilities)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(probabilities);
        string[] names = [.. events];
        List<string> faults = [];
        if (probabilities.StateCount != journey.Stages.Count) faults.Add(FormattableString.Invariant($"the model has {probabilities.StateCount} states and the journey '{journey.Name}' has {journey.Stages.Count} stages; give one state for each stage"));
        if (probabilities.SymbolCount != names.Length) faults.Add(FormattableString.Invariant($"the model has {probabilities.SymbolCount} symbols and there are {names.Length} names of events; give one symbol for each name"));
        faults.AddRange(FaultsOf(names));
        if (faults.Count > 0) throw new JourneyDefinitionException(Subject, faults);
        return new HiddenStageModel(journey, names, probabilities);
    }

    /// <summary>Makes the model that a map suggests, before anything was seen: an event is likely in the stages whose touchpoints name it, and customers stay, go on, skip and return as the options say.</summary>
    /// <param name="journey">The map, whose touchpoints name the events that are evidence for them.</param>
    /// <param name="options">How likely; <see langword="null"/> for the defaults.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint names an event and the options name none; or the options leave a stage without any way on.</exception>
    /// <remarks>A stage that no event speaks for, such as one that only silence leads to, is not to be seen in events: the model passes over it and never enters it.</remarks>
    public static HiddenStageModel FromMap(Journey journey, HiddenStageMapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        options ??= HiddenStageMapOptions.Default;
        string[] events =
        [
            .. journey.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings).Select(binding => binding.Event).Concat(options.OtherEvents)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (events.Length == 0) throw new JourneyDefinitionException(Subject, [$"no touchpoint of the journey '{journey.Name}' names an event; say which events are evidence: touch.ObservedAs(\"order_paid\")"]);
        int stages = journey.Stages.Count;
        if (stages == 0) throw new JourneyDefinitionException(Subject, [$"the journey '{journey.Name}' has no stage; add one with AddStage"]);
        int[] seen = Seen(journey);
        double[]? start = MarkovChainRows.Normalize(Spread(seen, stages, place => options.StartWeight(place, seen.Length)));
        double[]?[] transition =
        [
            .. Enumerable.Range(0, stages).Select(stage => Array.IndexOf(seen, stage) is >= 0 and int from
                ? MarkovChainRows.Normalize(Spread(seen, stages, place => options.TransitionWeight(from, place, seen.Length)))
                : MarkovChainRows.Normalize(Spread([stage], stages, _ => 1))),
        ];
        string[] stuck = [.. journey.Stages.Where(stage => transition[stage.Position] is null).Select(stage => $"by the options, nothing can follow an event of the stage '{journey.StageNames.Label(stage)}'; give {nameof(HiddenStageMapOptions.Stay)} a weight above 0")];
        if (stuck.Length > 0) throw new JourneyDefinitionException(Subject, stuck);
        return Create(journey, events, HiddenMarkovModel.Create(start!, transition!, [.. journey.Stages.Select(stage => EmissionOf(stage, events, options.Certainty))]));
    }

    /// <summary>The stages that some event speaks for, in journey order; all of them where only other events are named.</summary>
    private static int[] Seen(Journey journey)
    {
        int[] seen = [.. journey.Stages.Where(stage => stage.Touchpoints.Any(touchpoint => touchpoint.EventBindings.Count > 0)).Select(stage => stage.Position)];
        return seen.Length > 0 ? seen : [.. journey.Stages.Select(stage => stage.Position)];
    }

    /// <summary>Weights of some of the stages, as a row over all.</summary>
    private static double[] Spread(int[] seen, int stages, Func<int, double> weightOf)
    {
        double[] row = new double[stages];
        for (int place = 0; place < seen.Length; place++) row[seen[place]] = weightOf(place);
        return row;
    }

    /// <summary>Learns from events whose stages are known: probabilities in proportion to how often each was seen, plus a constant.</summary>
    /// <param name="labels">A log with stages, given by a classifier, by rules, or by another system's history. Events without a stage say nothing and are passed over.</param>
    /// <param name="smoothing">What is added to each count, not negative; with 0, what was never seen is held impossible.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smoothing"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException">No event has a stage; or without smoothing a stage has no event or is never left; all faults are told.</exception>
    /// <remarks>Counts are whole numbers, so threads and partitions do not matter.</remarks>
    public static HiddenStageModel FromLabels(StagedLog labels, double smoothing = 1, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (!(smoothing >= 0 && double.IsFinite(smoothing))) throw new ArgumentOutOfRangeException(nameof(smoothing), smoothing, "Give a finite number from 0, for example 1.");
        return labels.Measure(new LabelCounting(labels.Journey), options, cancellationToken).ToModel(smoothing);
    }

    /// <summary>Learns from a log without labels: Baum-Welch training, which raises the likelihood of the log from iteration to iteration.</summary>
    /// <param name="log">The log; of a classified one, the stages are not looked at.</param>
    /// <param name="start">The model to start from, usually <see cref="FromMap"/>: it says what the stages mean. What it holds impossible stays so.</param>
    /// <param name="options">When to end, how many starts, and what is believed beforehand; <see langword="null"/> for the defaults.</param>
    /// <param name="measureOptions">Threads and progress of each pass; the result does not depend on threads.</param>
    /// <param name="cancellationToken">Ends training.</param>
    /// <exception cref="ArgumentException">The log has none of the events of the start, or all its customers are impossible for it; or the prior is for other stages or events.</exception>
    /// <exception cref="OperationCanceledException">Training was canceled.</exception>
    /// <remarks>
    /// A study: each iteration is one pass over the log, and needs the model of the one before, so no single pass could do it. Sums are exact: any number of threads and any order of customers give the same bits.
    /// L. E. Baum et al., Annals of Mathematical Statistics 41 (1970).
    /// </remarks>
    public static HiddenStageFit Learn(
        JourneyLog log, HiddenStageModel start, HiddenStageLearningOptions? options = null, MeasureOptions? measureOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(start);
        return new HiddenStageStudy(start, options ?? HiddenStageLearningOptions.Default)
            .Run(model => log.Measure(new HiddenStageExpectation(model), measureOptions, cancellationToken));
    }

    /// <summary>Whether another model has the same stages, events and probabilities.</summary>
    /// <param name="other">Another model, or <see langword="null"/>.</param>
    public bool Equals(HiddenStageModel? other) => other is not null && (ReferenceEquals(this, other)
        || (HasStagesOf(other) && Events.SequenceEqual(other.Events) && Probabilities.Equals(other.Probabilities)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HiddenStageModel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Journey.Id, Events.Count, Probabilities);

    /// <summary>The same stages and events with other probabilities.</summary>
    internal HiddenStageModel With(HiddenMarkovModel probabilities) => new(Journey, [.. Events], probabilities);

    internal bool HasStagesOf(HiddenStageModel other) => Journey.Id == other.Journey.Id && Journey.Stages.Select(stage => stage.Id).SequenceEqual(other.Journey.Stages.Select(stage => stage.Id));

    /// <summary>The symbol of each event code of a log; <see cref="UnknownSymbol"/> for names that the model does not know.</summary>
    internal ushort[] SymbolsOf(LogSchema schema) => [.. schema.Events.Select(name => _symbols.TryGetValue(name, out ushort symbol) ? symbol : UnknownSymbol)];

    internal static IEnumerable<string> FaultsOf(IReadOnlyList<string> events)
    {
        if (events.Count == 0) yield return "there is no name of an event; give at least one";
        if (events.Count > LogSchema.MaxEvents) yield return FormattableString.Invariant($"there are {events.Count} names of events; allowed are {LogSchema.MaxEvents}");
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach ((int index, string name) in events.Index())
        {
            if (RuleValues.Fault(name, FormattableString.Invariant($"the name of event {index}")) is { } fault) yield return fault;
            else if (!met.Add(name)) yield return $"the event {RuleText.Name(name)} is named twice; name it once";
        }
    }

    private static double[] EmissionOf(Stage stage, string[] events, double certainty)
    {
        HashSet<string> own = [.. stage.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings).Select(binding => binding.Event)];
        double anywhere = (own.Count == 0 ? 1 : 1 - certainty) / events.Length;
        return MarkovChainRows.Normalize([.. events.Select(name => anywhere + (own.Contains(name) ? certainty / own.Count : 0))])!;
    }
}
