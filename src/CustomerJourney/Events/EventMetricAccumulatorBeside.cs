namespace CustomerJourney.Events;

/// <summary>The fold of an event metric that is not grouped and is read in the light of another; see <see cref="EventMetric{TResult}.Beside"/>.</summary>
internal sealed class EventMetricAccumulatorBeside<TResult>(EventMetric<TResult> metric, EventMetric<TResult> beside, LogSchema schema) : Accumulator<TResult>
{
    private readonly EventMetricAccumulator<TResult> _own = new(metric, schema);
    private readonly EventMetricAccumulator<TResult> _beside = new(beside, schema);

    public override void Add(in CustomerTrace trace)
    {
        _own.Add(trace);
        _beside.Add(trace);
    }

    public override void Merge(Accumulator<TResult> other)
    {
        EventMetricAccumulatorBeside<TResult> part = (EventMetricAccumulatorBeside<TResult>)other;
        _own.Merge(part._own);
        _beside.Merge(part._beside);
    }

    public override TResult ToResult() => metric.InLightOf(_own.ToResult(), _beside.ToResult());

    public override void Save(BinaryWriter state)
    {
        _own.Save(state);
        _beside.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _own.Load(state);
        _beside.Load(state);
    }
}
