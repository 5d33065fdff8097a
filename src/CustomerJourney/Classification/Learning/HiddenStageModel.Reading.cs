using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <content>Reading logs.</content>
public sealed partial class HiddenStageModel
{
    /// <summary>Gives every event that the model knows its stage on the most probable path of its customer (Viterbi); visits, summaries and breakdowns then work as after any classification.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <inheritdoc cref="Classify(JourneyLog, DateTimeOffset?)"/>
    public StagedLog Classify(JourneyLog log) => Classify(log, asOf: null);

    /// <summary>Gives every event that the model knows its stage on the most probable path of its customer (Viterbi), as of an instant.</summary>
    /// <param name="log">The log; it stays as it is.</param>
    /// <param name="asOf">As of when: only what happened before it counts. <see langword="null"/> for the end of the log.</param>
    /// <remarks>
    /// The stage of an event depends on what the customer did later, too: to know nothing of the time after an instant, say so by <paramref name="asOf"/>; cutting afterwards is not enough.
    /// Events that the model does not know have no stage, and those of customers that it holds impossible have none either. Personas, touchpoints and answers are read through the map.
    /// Takes time in proportion to events · stages², on all cores, and allocates nothing per event but its stage.
    /// </remarks>
    public StagedLog Classify(JourneyLog log, DateTimeOffset? asOf)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (asOf is { } end) log = log.Until(end);
        return HiddenStageAssignment.Classify(this, log, asOf ?? log.Schema.ObservedUntil);
    }

    /// <summary>Explains one customer: the most probable path, and for each event how probable each stage is, all events known.</summary>
    /// <param name="log">The log.</param>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <exception cref="KeyNotFoundException">The log has no such customer.</exception>
    public HiddenStagePath Decode(JourneyLog log, string customer)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.IndexOf(customer) is not (>= 0 and int index)) throw new KeyNotFoundException($"The log has no customer '{customer}'.");
        CustomerTrace trace = log.TraceOf(index);
        SymbolSequence sequence = new(SymbolsOf(log.Schema));
        sequence.Read(trace.Events);
        HiddenMarkovModelWorkspace workspace = new();
        byte[] path = new byte[sequence.Count];
        double[] posterior = new double[sequence.Count * Probabilities.StateCount];
        double logProbability = Probabilities.Viterbi(sequence.Symbols, path, workspace);
        double logLikelihood = Probabilities.Posterior(sequence.Symbols, posterior, workspace);
        bool isPossible = sequence.Count > 0 && logLikelihood > double.NegativeInfinity;
        List<HiddenStageEvent> events = [];
        for (int place = 0; isPossible && place < sequence.Count; place++)
        {
            int position = sequence.Positions[place];
            double[] probabilities = posterior[(place * Probabilities.StateCount)..((place + 1) * Probabilities.StateCount)];
            events.Add(new HiddenStageEvent
            {
                Position = position,
                Event = Events[sequence.Symbols[place]],
                At = new DateTimeOffset(trace.Ticks[position], TimeSpan.Zero),
                Stage = Journey.Stages[path[place]],
                MostProbable = Journey.Stages[Array.IndexOf(probabilities, probabilities.Max())],
                Probabilities = Array.AsReadOnly(probabilities),
            });
        }

        return new HiddenStagePath
        {
            Customer = customer,
            Journey = Journey,
            Events = events.AsReadOnly(),
            PassedOver = trace.Length - sequence.Count,
            LogLikelihood = isPossible ? logLikelihood : null,
            LogProbability = isPossible ? logProbability : null,
            IsImpossible = sequence.Count > 0 && !isPossible,
        };
    }

    /// <summary>The evidence that is missing for a stage: how probable the stage would be right after each event, were it the next one of the customer.</summary>
    /// <param name="log">The log.</param>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="stage">The stage, by name or id.</param>
    /// <returns>The events that can come next, the strongest evidence first, of equally strong ones in the order of <see cref="Events"/>; empty if the model holds what the customer did impossible. For a customer of whom no event is known, as if he began.</returns>
    /// <exception cref="KeyNotFoundException">The log has no such customer, or the map no such stage.</exception>
    public IReadOnlyList<HiddenStageEvidence> NextEvidence(JourneyLog log, string customer, string stage)
    {
        int target = Journey[stage].Position;
        HiddenStagePath path = Decode(log, customer);
        if (path.IsImpossible) return [];
        int stages = Probabilities.StateCount;
        // At the last event, what is known of all events is what is known of those before.
        double[] next = path.Events.Count == 0
            ? [.. Probabilities.Start]
            : [.. Enumerable.Range(0, stages).Select(to => Enumerable.Range(0, stages).Sum(from => path.Events[^1].Probabilities[from] * Probabilities.Transition[from][to]))];
        return Array.AsReadOnly<HiddenStageEvidence>(
        [
            .. Events.Select((name, symbol) => (name, Own: next[target] * Probabilities.Emission[target][symbol], All: Enumerable.Range(0, stages).Sum(at => next[at] * Probabilities.Emission[at][symbol])))
                .Where(one => one.All > 0)
                .Select(one => new HiddenStageEvidence { Event = one.name, Likelihood = one.All, Probability = Math.Min(1, one.Own / one.All) })
                .OrderByDescending(one => one.Probability),
        ]);
    }

    /// <summary>How probable a log is by this model, whatever the stages behind it: what models of the same events are compared by, best on customers that they were not learned from.</summary>
    /// <param name="log">The log.</param>
    /// <param name="options">Threads and progress; the result does not depend on threads.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public HiddenStageLikelihood LogLikelihood(JourneyLog log, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Measure(new LikelihoodSum(this), options, cancellationToken);
    }
}
