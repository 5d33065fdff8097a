using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Counts invitations and their answers, customer by customer.</summary>
internal sealed class ResponseRateAccumulator : Accumulator<ResponseRateResult>
{
    private const long Never = long.MaxValue;

    private readonly ResponseRate _definition;
    private readonly HashSet<int> _asked;
    private readonly long _within;

    /// <summary>Customers with invitations whose time was not over at the end of their log; another part of the log may end later.</summary>
    private readonly List<Customer> _running = [];
    private readonly List<Invitation> _invitations = [];
    private Sums _closed;
    private long _unasked;
    private long _end;

    public ResponseRateAccumulator(ResponseRate definition, LogSchema schema)
    {
        _definition = definition;
        _asked = [.. definition.Asked.Select(schema.EventCode).Where(code => code >= 0)];
        _within = definition.Within?.Ticks ?? Never;
        _end = schema.ObservedTicks(definition.ObservedUntil);
    }

    public override void Add(in CustomerTrace trace)
    {
        _invitations.Clear();
        ReadOnlySpan<ushort> events = trace.Events;
        ReadOnlySpan<long> ticks = trace.Ticks;
        int answer = 0, answers = trace.AnswerCount;
        for (int position = 0; position < events.Length; position++)
        {
            // Invitations without a time limit are over from the start: they lie before all of time.
            if (_asked.Contains(events[position])) _invitations.Add(new Invitation(_within == Never ? long.MinValue : ticks[position] > Never - _within ? Never : ticks[position] + _within, false));
            for (; answer < answers && trace.Answer(answer).Position == position; answer++)
            {
                if (!IsAnswer(trace.Answer(answer))) continue;
                if (_invitations.Count == 0 || (_within != Never && ticks[position] > _invitations[^1].Deadline)) _unasked++;
                else _invitations[^1] = _invitations[^1] with { IsAnswered = true };
            }
        }

        if (_invitations.Count == 0) return;
        if (_invitations.Exists(invitation => invitation.Deadline >= _end)) _running.Add(new Customer([.. _invitations]));
        else Settle(ref _closed, _invitations, _end);
    }

    public override void Merge(Accumulator<ResponseRateResult> other)
    {
        ResponseRateAccumulator part = (ResponseRateAccumulator)other;
        _closed = _closed.Plus(part._closed);
        _running.AddRange(part._running);
        _unasked += part._unasked;
        _end = Math.Max(_end, part._end);
    }

    public override ResponseRateResult ToResult()
    {
        Sums sums = _closed;
        foreach (Customer customer in _running) Settle(ref sums, customer.Invitations, _end);
        return new ResponseRateResult
        {
            Definition = _definition,
            Asked = sums.Asked,
            Answered = sums.Answered,
            Open = sums.Open,
            Unasked = _unasked,
            Customers = sums.Customers,
            Clusters = sums.SquaredAsked == sums.Asked ? null : new ClusterTotals
            {
                Clusters = sums.Customers,
                Count = sums.Asked,
                Sum = sums.Answered,
                SumOfSquares = sums.SquaredAnswered,
                SumOfProducts = sums.Products,
                SumOfSquaredCounts = sums.SquaredAsked,
            },
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_end);
        state.Write(_unasked);
        foreach (long sum in _closed.All) state.Write(sum);
        state.Write(_running.Count);
        foreach (Customer customer in _running)
        {
            state.Write(customer.Invitations.Length);
            foreach (Invitation invitation in customer.Invitations)
            {
                state.Write(invitation.Deadline);
                state.Write(invitation.IsAnswered);
            }
        }
    }

    public override void Load(BinaryReader state)
    {
        _end = Math.Max(_end, KeptNumbers.ReadInstant(state));
        _unasked = KeptNumbers.ReadCount(state);
        _closed = new Sums(
            KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state), KeptNumbers.ReadSum(state), KeptNumbers.ReadSum(state), KeptNumbers.ReadSum(state));
        if (_closed.All.Any(sum => sum < 0) || _closed.Answered > _closed.Asked || _closed.Customers > _closed.Asked)
            throw new InvalidDataException($"{_closed.Answered} answers to {_closed.Asked} invitations of {_closed.Customers} customers are not possible.");
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            int invitations = state.ReadInt32();
            if (invitations < 1) throw new InvalidDataException($"A customer who was asked has {invitations} invitations.");
            List<Invitation> own = [];
            for (; invitations > 0; invitations--) own.Add(new Invitation(state.ReadInt64(), state.ReadBoolean()));
            _running.Add(new Customer([.. own]));
        }
    }

    private static void Settle(ref Sums sums, IReadOnlyList<Invitation> invitations, long end)
    {
        long asked = 0, answered = 0;
        foreach (Invitation invitation in invitations)
        {
            if (invitation.Deadline >= end) continue;
            asked++;
            if (invitation.IsAnswered) answered++;
        }

        sums = sums.Plus(new Sums(asked, answered, invitations.Count - asked, asked > 0 ? 1 : 0, answered * answered, answered * asked, asked * asked));
    }

    private bool IsAnswer(in TraceEvent e) => e.Kind == _definition.Kind && (_definition.Question is null || e.Columns.Feedback!.Question(e.FeedbackIndex) == _definition.Question);

    private readonly record struct Invitation(long Deadline, bool IsAnswered);

    private sealed record Customer(Invitation[] Invitations);

    private readonly record struct Sums(long Asked, long Answered, long Open, long Customers, long SquaredAnswered, long Products, long SquaredAsked)
    {
        public long[] All => [Asked, Answered, Open, Customers, SquaredAnswered, Products, SquaredAsked];

        public Sums Plus(Sums other) => new(
            Asked + other.Asked, Answered + other.Answered, Open + other.Open, Customers + other.Customers,
            SquaredAnswered + other.SquaredAnswered, Products + other.Products, SquaredAsked + other.SquaredAsked);
    }
}
