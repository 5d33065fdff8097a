using System.Collections.Concurrent;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Keeps states in memory: for tests, small services and replays. A tracker works on what it holds in place, so that an event costs a step and not a document.</summary>
public sealed class InMemoryStageStore : IStageStore
{
    private readonly ConcurrentDictionary<string, Entry> _customers = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (!_customers.TryGetValue(customer, out Entry? entry)) return new((StageState?)null);
        lock (entry) return new(entry.ToState());
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        while (true)
        {
            Entry entry = _customers.GetOrAdd(state.Customer, _ => new Entry());
            lock (entry)
            {
                if (entry.IsRemoved) continue;
                if (entry.Version != state.Version - 1) return new(false);
                (entry.Version, entry.State, entry.Live) = (state.Version, state, null);
                return new(true);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (!_customers.TryGetValue(customer, out Entry? entry)) return new(false);
        lock (entry)
        {
            // Who waits for the lock must not write what nobody finds any more.
            if (entry.IsRemoved) return new(false);
            entry.IsRemoved = true;
            _customers.TryRemove(KeyValuePair.Create(customer, entry));
            return new(entry.Version > 0);
        }
    }

    /// <summary>Lets one tracker change a customer in place; nobody else sees or changes the customer meanwhile.</summary>
    internal TResult Change<TArgument, TResult>(TrackerDefinition definition, string customer, TArgument argument, Func<TrackedCustomer, TArgument, TResult> change)
    {
        while (true)
        {
            Entry entry = _customers.GetOrAdd(customer, _ => new Entry());
            lock (entry)
            {
                if (entry.IsRemoved) continue;
                TrackedCustomer live = entry.LiveFor(definition) ?? new(definition, customer);
                TResult result = change(live, argument);
                if (!ReferenceEquals(entry.Live, live)) entry.Live = live;
                if (entry.State is not null) entry.State = null;
                entry.Version++;
                return result;
            }
        }
    }

    /// <summary>Reads a customer; null if there is none.</summary>
    internal TResult? Read<TResult>(TrackerDefinition definition, string customer, Func<TrackedCustomer, TResult> read)
        where TResult : class
    {
        if (!_customers.TryGetValue(customer, out Entry? entry)) return null;
        lock (entry) return entry.LiveFor(definition) is { } live ? read(live) : null;
    }

    internal void Replace(TrackedCustomer rebuilt)
    {
        while (true)
        {
            Entry entry = _customers.GetOrAdd(rebuilt.Customer, _ => new Entry());
            lock (entry)
            {
                if (entry.IsRemoved) continue;
                (entry.Live, entry.State) = (rebuilt, null);
                entry.Version++;
                return;
            }
        }
    }

    /// <summary>A customer: as a document, or live as a tracker left it.</summary>
    private sealed class Entry
    {
        public long Version { get; set; }

        public bool IsRemoved { get; set; }

        public StageState? State { get; set; }

        public TrackedCustomer? Live { get; set; }

        public StageState? ToState() => State ??= Live is null ? null : StageStateCodec.Write(Live, Version);

        /// <summary>The customer for a tracker; what a tracker with another definition left goes through its document, which tells if it cannot be read.</summary>
        public TrackedCustomer? LiveFor(TrackerDefinition definition)
        {
            if (Live is not null && ReferenceEquals(Live.Definition, definition)) return Live;
            return ToState() is { } state ? StageStateCodec.Read(state, definition) : null;
        }
    }
}
