namespace CustomerJourney.Events;

/// <summary>The fold of an event metric that is not grouped.</summary>
internal sealed class EventMetricAccumulator<TResult>(EventMetric<TResult> metric, LogSchema schema) : Accumulator<TResult>
{
    private readonly Tally<TResult> _tally = metric.CreateTally(schema);
    private readonly EventSelection _reads = metric.Reads;
    private readonly bool _oncePerCustomer = metric.Counting != AnswerCounting.All;
    private readonly bool _backward = metric.Counting == AnswerCounting.LatestPerCustomer;
    private readonly FeedbackKind? _scoresOf = metric.ScoresOf;
    private readonly AnsweringCustomers _answering = new();

    internal override bool TakesRuns => _scoresOf is not null;

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

    internal override void AddRun(LogColumns columns, int first, int end)
    {
        bool isPlain = AnsweringCustomers.GiveScoresOnly(columns);
        foreach (int customer in _answering.In(columns.Feedback, first, end))
        {
            if (isPlain) AddScores(columns.Feedback!, _scoresOf!.Value, customer);
            else Add(new CustomerTrace(columns, customer));
        }
    }

    /// <summary>Adds the scores of one customer straight from the column of answers.</summary>
    private void AddScores(FeedbackColumn feedback, FeedbackKind kind, int customer)
    {
        int first = feedback.Offsets[customer], end = feedback.Offsets[customer + 1];
        bool isFirst = true;
        for (int turn = first; turn < end; turn++)
        {
            int answer = _backward ? first + end - 1 - turn : turn;
            if (feedback.Kinds[answer] != kind) continue;
            _tally.AddScore(feedback.Scores[answer], isFirst);
            if (_oncePerCustomer) break;
            isFirst = false;
        }
    }

    public override void Merge(Accumulator<TResult> other) => _tally.Merge(((EventMetricAccumulator<TResult>)other)._tally);

    public override TResult ToResult() => _tally.ToResult();

    public override void Save(BinaryWriter state) => _tally.Save(state);

    public override void Load(BinaryReader state) => _tally.Load(state);
}
