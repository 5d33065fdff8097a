namespace CustomerJourney.Events;

/// <summary>Walks the events of a trace that a metric reads and selects, forward or backward as its counting wants.</summary>
internal readonly ref struct EventPicker<TResult>
{
    private readonly EventMetric<TResult> _metric;
    private readonly EventSelection _reads;
    private readonly bool _backward;

    /// <summary>Picks from one trace. What the metric reads is handed in: asking it for every customer would cost more than picking.</summary>
    public EventPicker(EventMetric<TResult> metric, EventSelection reads, in CustomerTrace trace)
    {
        _metric = metric;
        _reads = reads;
        _backward = metric.Counting == AnswerCounting.LatestPerCustomer;
        Count = reads switch
        {
            EventSelection.WithFeedback => trace.AnswerCount,
            EventSelection.WithValue => trace.ValueCount,
            _ => trace.Length,
        };
    }

    /// <summary>How many events there are to look at.</summary>
    public int Count { get; }

    /// <summary>The event of a turn, 0…<see cref="Count"/> − 1; false if the metric does not select it.</summary>
    public bool TryGet(in CustomerTrace trace, int turn, out TraceEvent e)
    {
        int number = _backward ? Count - 1 - turn : turn;
        e = _reads switch
        {
            EventSelection.WithFeedback => trace.Answer(number),
            EventSelection.WithValue => trace.Amount(number),
            _ => trace[number],
        };
        return _metric.Selects(e);
    }
}
