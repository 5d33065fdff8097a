using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>The state of a breakdown with what the log knows besides: until when its customers were observed.</summary>
internal sealed class ObservedBreakdown<TPart, TResult>(Analysis<Breakdown<TPart>> analysis, LogSchema schema, Func<Breakdown<TPart>, long, TResult> finish) : Accumulator<TResult>
{
    private readonly Accumulator<Breakdown<TPart>> _breakdown = analysis.CreateAccumulator(schema);
    private long _observedUntil = schema.ObservedUntil?.UtcTicks ?? 0;

    public override void Add(in CustomerTrace trace) => _breakdown.Add(trace);

    public override void Merge(Accumulator<TResult> other)
    {
        ObservedBreakdown<TPart, TResult> part = (ObservedBreakdown<TPart, TResult>)other;
        _breakdown.Merge(part._breakdown);
        _observedUntil = Math.Max(_observedUntil, part._observedUntil);
    }

    public override TResult ToResult() => finish(_breakdown.ToResult(), _observedUntil);

    public override void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        _breakdown.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        long until = state.ReadInt64();
        if (until < 0 || until > DateTime.MaxValue.Ticks) throw new InvalidDataException($"{until} is not an instant.");
        _observedUntil = Math.Max(_observedUntil, until);
        _breakdown.Load(state);
    }
}
