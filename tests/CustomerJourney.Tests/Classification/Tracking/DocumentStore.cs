using System.Collections.Concurrent;
using CustomerJourney.Classification.Tracking;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>A store of a user's own: it keeps nothing but documents, so that a tracker reads and writes one at every event.</summary>
internal sealed class DocumentStore : IStageStore
{
    private readonly ConcurrentDictionary<string, StageState> _states = new(StringComparer.Ordinal);

    /// <summary>The longest document that was saved, in characters.</summary>
    public int Longest { get; private set; }

    public StageState this[string customer]
    {
        get => _states[customer];
        set => _states[customer] = value;
    }

    public ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken) => new(_states.GetValueOrDefault(customer));

    public ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken)
    {
        lock (_states)
        {
            if ((_states.GetValueOrDefault(state.Customer)?.Version ?? 0) != state.Version - 1) return new(false);
            _states[state.Customer] = state;
            Longest = Math.Max(Longest, state.Json.Length);
            return new(true);
        }
    }

    public ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken) => new(_states.TryRemove(customer, out _));
}
