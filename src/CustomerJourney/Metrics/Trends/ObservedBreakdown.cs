using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>The state of a breakdown with what the log knows besides: from when and until when its customers were observed.</summary>
internal sealed class ObservedBreakdown<TPart, TResult>(Analysis<Breakdown<TPart>> analysis, LogSchema schema, Func<Breakdown<TPart>, ObservedSpan, TResult> finish) : Accumulator<TResult>
{
    private readonly Accumulator<Breakdown<TPart>> _breakdown = analysis.CreateAccumulator(schema);
    private ObservedSpan _observed = ObservedSpan.Of(schema);

    public override void Add(in CustomerTrace trace) => _breakdown.Add(trace);

    public override void Merge(Accumulator<TResult> other)
    {
        ObservedBreakdown<TPart, TResult> part = (ObservedBreakdown<TPart, TResult>)other;
        _breakdown.Merge(part._breakdown);
        _observed = _observed.With(part._observed);
    }

    public override TResult ToResult() => finish(_breakdown.ToResult(), _observed);

    public override void Save(BinaryWriter state)
    {
        _observed.Save(state);
        _breakdown.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _observed = _observed.With(ObservedSpan.Load(state));
        _breakdown.Load(state);
    }
}
