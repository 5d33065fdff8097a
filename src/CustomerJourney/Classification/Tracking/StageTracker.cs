using CustomerJourney.Building;
using CustomerJourney.Classification.Explaining;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Classifies one event at a time, in any order of arrival: inside a stated horizon the answer is that of the batch (<see cref="StageClassifier.Classify(JourneyLog, DateTimeOffset?)"/>). Made by <see cref="StageClassifier.Track"/>.</summary>
/// <remarks>
/// Safe for use by many threads, and by many processes over one store: saves check that nobody else saved meanwhile, and are tried again. An event that comes in order costs one step; a late one has
/// the events of the horizon applied anew.
/// </remarks>
public sealed class StageTracker
{
    private readonly TrackerDefinition _definition;
    private readonly IStageStore _store;
    private readonly Lazy<StageExplainer> _explainer;

    internal StageTracker(StageClassifier classifier, TrackerDefinition definition, IStageStore store)
    {
        Classifier = classifier;
        _definition = definition;
        _store = store;
        _explainer = new(() => new StageExplainer(definition.Journey, definition.Rules, definition.Machine));
    }

    /// <summary>The map and the rules.</summary>
    public StageClassifier Classifier { get; }

    /// <summary>The horizon and what is kept.</summary>
    public StageTrackerOptions Options => _definition.Options;

    /// <summary>Takes in one event. The same event may come again: it counts once.</summary>
    /// <param name="journeyEvent">The event. One without an id counts as come again if it is equal in every field.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The stage before and after, and whether the event counted.</returns>
    /// <exception cref="JourneyDataException">The event has a fault: an empty name, an end before its start, an amount with five decimals …</exception>
    /// <exception cref="InvalidDataException">The stored state is damaged, or was made with another map or other rules; <see cref="RebuildAsync"/> makes a new one of the customer's events.</exception>
    /// <exception cref="IOException">Others saved the same customer so often that <see cref="StageTrackerOptions.MaximumAttempts"/> were used up.</exception>
    /// <exception cref="OperationCanceledException">Tracking was canceled; the event was then taken in or not, and may be given again.</exception>
    public ValueTask<StageChange> TrackAsync(JourneyEvent journeyEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journeyEvent);
        Check(journeyEvent);
        cancellationToken.ThrowIfCancellationRequested();
        return _store is InMemoryStageStore memory
            ? new ValueTask<StageChange>(memory.Change(_definition, journeyEvent.Customer, journeyEvent, Track))
            : TrackInStoreAsync(journeyEvent, cancellationToken);
    }

    /// <summary>Where a customer is.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="asOf">The instant up to which silence counts; <see langword="null"/> for the customer's latest event. Not before that event: earlier instants give the same as it.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The stages and visits; <see langword="null"/> if the customer has no event that counted.</returns>
    /// <exception cref="InvalidDataException">The stored state is damaged, or was made with another map or other rules.</exception>
    public async ValueTask<CustomerStage?> FindAsync(string customer, DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        if (_store is InMemoryStageStore memory) return memory.Read(_definition, customer, tracked => tracked.ToCustomerStage(asOf?.UtcTicks));
        return await _store.FindAsync(customer, cancellationToken).ConfigureAwait(false) is { } state
            ? StageStateCodec.Read(state, _definition).ToCustomerStage(asOf?.UtcTicks)
            : null;
    }

    /// <summary>Why a customer is in the current stage, and what is missing for later ones.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="asOf">The instant up to which silence counts and for which weights are told, not before the customer's latest event began; <see langword="null"/> for just after the latest event, as a log of the customer ends.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The explanation by the events that are not sealed; of what is sealed only number and weight are known (<see cref="StageExplanation.Sealed"/>). <see langword="null"/> if the customer has no event that counted.</returns>
    /// <exception cref="InvalidDataException">The stored state is damaged, or was made with another map or other rules.</exception>
    public async ValueTask<StageExplanation?> ExplainAsync(string customer, DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        if (_store is InMemoryStageStore memory) return memory.Read(_definition, customer, tracked => TrackedExplanation.Of(_explainer.Value, tracked, asOf));
        return await _store.FindAsync(customer, cancellationToken).ConfigureAwait(false) is { } state
            ? TrackedExplanation.Of(_explainer.Value, StageStateCodec.Read(state, _definition), asOf)
            : null;
    }

    /// <summary>Forgets a customer: nothing of him is kept. Events that come later begin anew.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>Whether anything was remembered.</returns>
    public ValueTask<bool> ForgetAsync(string customer, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        return _store.RemoveAsync(customer, cancellationToken);
    }

    /// <summary>Replaces what is remembered of a customer by what the whole history of events gives: the answer of the batch, events that came too late included.</summary>
    /// <param name="customer">The id of the customer.</param>
    /// <param name="history">All events of the customer, in any order; duplicates count once.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>Where the customer is as of the latest event; <see langword="null"/> if the history is empty.</returns>
    /// <remarks>What was tracked before is forgotten, and what is tracked while the history is being read must be in it: track no event of the customer until this is done, or rebuild again.</remarks>
    /// <exception cref="JourneyDataException">An event has a fault.</exception>
    /// <exception cref="ArgumentException">The id is empty, or an event is null or of another customer.</exception>
    /// <exception cref="IOException">Others saved the same customer again and again.</exception>
    public async ValueTask<CustomerStage?> RebuildAsync(string customer, IEnumerable<JourneyEvent> history, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        ArgumentNullException.ThrowIfNull(history);
        TrackedCustomer rebuilt = Rebuild(customer, history);
        if (rebuilt.Arrivals == 0) return null;
        if (_store is InMemoryStageStore memory)
        {
            memory.Replace(rebuilt);
            return memory.Read(_definition, customer, tracked => tracked.ToCustomerStage(null));
        }

        for (int attempt = 0; attempt < Options.MaximumAttempts; attempt++)
        {
            long version = await _store.FindAsync(customer, cancellationToken).ConfigureAwait(false) is { } stored ? stored.Version : 0;
            if (await _store.TrySaveAsync(StageStateCodec.Write(rebuilt, version + 1), cancellationToken).ConfigureAwait(false)) return rebuilt.ToCustomerStage(null);
        }

        throw Contended(customer);
    }

    private async ValueTask<StageChange> TrackInStoreAsync(JourneyEvent journeyEvent, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Options.MaximumAttempts; attempt++)
        {
            StageState? stored = await _store.FindAsync(journeyEvent.Customer, cancellationToken).ConfigureAwait(false);
            TrackedCustomer customer = stored is null ? new(_definition, journeyEvent.Customer) : StageStateCodec.Read(stored, _definition);
            StageChange change = Track(customer, journeyEvent);
            StageState state = StageStateCodec.Write(customer, (stored?.Version ?? 0) + 1);
            if (await _store.TrySaveAsync(state, cancellationToken).ConfigureAwait(false)) return change;
        }

        throw Contended(journeyEvent.Customer);
    }

    private static StageChange Track(TrackedCustomer customer, JourneyEvent journeyEvent)
    {
        Stage? before = customer.Current;
        TrackingOutcome outcome = customer.Track(TrackedEvent.Keep(journeyEvent, customer.Arrivals));
        return new StageChange
        {
            Customer = customer.Customer,
            Outcome = outcome,
            Before = before,
            After = customer.Current,
            TooLateCount = customer.TooLate,
            DuplicateCount = customer.Duplicates,
        };
    }

    private TrackedCustomer Rebuild(string customer, IEnumerable<JourneyEvent> history)
    {
        List<TrackedEvent> events = [];
        foreach (JourneyEvent journeyEvent in history)
        {
            if (journeyEvent is null) throw new ArgumentException($"The event at position {events.Count + 1} is null.", nameof(history));
            Check(journeyEvent);
            if (journeyEvent.Customer != customer)
                throw new ArgumentException($"The event at position {events.Count + 1} is of the customer '{Shown(journeyEvent.Customer)}', not of '{Shown(customer)}': give the events of one customer.", nameof(history));
            events.Add(TrackedEvent.Keep(journeyEvent, events.Count));
        }

        events.Sort((x, y) => x.CompareTo(y));
        return TrackedCustomer.Rebuild(_definition, customer, events);
    }

    private static void Check(JourneyEvent journeyEvent)
    {
        if (EventCheck.Fault(journeyEvent) is (string column, string value, string reason)) throw new JourneyDataException(new RejectedRow { Line = 1, Column = column, Value = value, Reason = reason });
    }

    private static string Shown(string customer) => VisibleText.Of(ReadLimits.Default.Shown(customer));

    private IOException Contended(string customer) =>
        new($"The customer '{Shown(customer)}' was saved by others {Options.MaximumAttempts} times while an event was taken in; send the events of one customer to one process, or raise {nameof(StageTrackerOptions.MaximumAttempts)}.");
}
