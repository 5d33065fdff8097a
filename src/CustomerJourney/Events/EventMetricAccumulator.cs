namespace CustomerJourney.Events;

/// <summary>The fold of an event metric that is not grouped.</summary>
internal sealed class EventMetricAccumulator<TResult>(EventMetric<TResult> metric, LogSchema schema) : Accumulator<TResult>
{
    private readonly Tally<TResult> _tally = metric.CreateTally(schema);
    private readonly EventSelection _reads = metric.Reads;
    private readonly bool _oncePerCustomer = metric.Counting != AnswerCounting.All;

    public override void Add(in CustomerTrace trace)
    {
        EventPicker<TResult> picker = new(metric, _reads, trace);
        bool any = false;
        for (int turn = 0; turn < picker.Count; turn++)
        {
            if (!picker.TryGet(trace, turn, out TraceEvent e)) continue;
            _tally.Add(e);
            any = true;
            if (_oncePerCustomer) break;
        }

        if (any) _tally.EndCustomer();
    }

    public override void Merge(Accumulator<TResult> other) => _tally.Merge(((EventMetricAccumulator<TResult>)other)._tally);

    public override TResult ToResult() => _tally.ToResult();

    public override void Save(BinaryWriter state) => _tally.Save(state);

    public override void Load(BinaryReader state) => _tally.Load(state);
}
