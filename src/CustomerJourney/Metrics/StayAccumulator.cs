using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The fold of retention and of churn: the same counts, seen from either side.</summary>
internal sealed class StayAccumulator<TResult>(CustomerStays stays, Func<CustomerStays, TResult> result) : Accumulator<TResult>
{
    private readonly CustomerStays _stays = stays;

    public override void Add(in CustomerTrace trace) => _stays.Add(trace);

    public override void Merge(Accumulator<TResult> other) => _stays.Merge(((StayAccumulator<TResult>)other)._stays);

    public override TResult ToResult() => result(_stays);

    public override void Save(BinaryWriter state) => _stays.Save(state);

    public override void Load(BinaryReader state) => _stays.Load(state);
}
