using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Counts invitations. What is closed when it is met stays closed; the rest is kept with its deadline, since a part that was observed longer may close it.</summary>
internal sealed class InvitationOutcomesAccumulator : Accumulator<InvitationOutcomesResult>
{
    private readonly InvitationOutcomes _definition;
    private readonly InvitationReader _reader;
    private readonly List<CustomerInvitations> _open = [];
    private long _observedUntil;
    private Sums _closed;
    private long _customers;
    private long _reminders;
    private long _uninvited;

    public InvitationOutcomesAccumulator(InvitationOutcomes definition, LogSchema schema)
    {
        _definition = definition;
        _reader = new InvitationReader(definition.Outcome, definition.Invitations, definition.Within, schema);
        _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
    }

    public override void Add(in CustomerTrace trace)
    {
        _reader.Read(trace);
        _reminders += _reader.Reminders;
        _uninvited += _reader.Uninvited;
        if (_reader.Invitations.Count == 0) return;
        _customers++;
        CustomerInvitations customer = new();
        List<(long Deadline, bool Answered)> open = [];
        foreach (Invitation invitation in _reader.Invitations)
        {
            if (invitation.Deadline >= _observedUntil) open.Add((invitation.Deadline, invitation.State == InvitationState.Answered));
            else customer = customer.Closing(invitation.State);
        }

        if (open.Count == 0) _closed.Add(customer);
        else _open.Add(customer with { Open = [.. open] });
    }

    public override void Merge(Accumulator<InvitationOutcomesResult> other)
    {
        InvitationOutcomesAccumulator part = (InvitationOutcomesAccumulator)other;
        _open.AddRange(part._open);
        _observedUntil = Math.Max(_observedUntil, part._observedUntil);
        _closed.Add(part._closed);
        _customers += part._customers;
        _reminders += part._reminders;
        _uninvited += part._uninvited;
    }

    public override InvitationOutcomesResult ToResult()
    {
        Sums sums = _closed;
        long open = 0, openAnswered = 0;
        foreach (CustomerInvitations kept in _open)
        {
            CustomerInvitations customer = kept;
            foreach ((long deadline, bool answered) in kept.Open)
            {
                if (deadline < _observedUntil) customer = customer.Closing(answered ? InvitationState.Answered : InvitationState.NotAnswered);
                else (open, openAnswered) = (open + 1, openAnswered + (answered ? 1 : 0));
            }

            sums.Add(customer);
        }

        return new InvitationOutcomesResult
        {
            Definition = _definition,
            Answered = sums.Answered,
            AnsweredLate = sums.Late,
            NotAnswered = sums.NotAnswered,
            Open = open,
            OpenAnswered = openAnswered,
            Customers = _customers,
            Reminders = _reminders,
            UninvitedAnswers = _uninvited,
            Clusters = sums.ToClusters(),
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        state.Write(_customers);
        state.Write(_reminders);
        state.Write(_uninvited);
        _closed.Save(state);
        state.Write(_open.Count);
        foreach (CustomerInvitations customer in _open)
        {
            state.Write(customer.Answered);
            state.Write(customer.Late);
            state.Write(customer.NotAnswered);
            state.Write(customer.Open.Length);
            foreach ((long deadline, bool answered) in customer.Open)
            {
                state.Write(deadline);
                state.Write(answered);
            }
        }
    }

    public override void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        _customers = Counted(state.ReadInt64());
        _reminders = Counted(state.ReadInt64());
        _uninvited = Counted(state.ReadInt64());
        _closed = Sums.Load(state);
        long count = Counted(state.ReadInt32());
        for (long index = 0; index < count; index++)
        {
            CustomerInvitations customer = new() { Answered = Counted(state.ReadInt64()), Late = Counted(state.ReadInt64()), NotAnswered = Counted(state.ReadInt64()) };
            List<(long, bool)> open = [];
            for (long left = Counted(state.ReadInt32()); left > 0; left--) open.Add((state.ReadInt64(), state.ReadBoolean()));
            _open.Add(customer with { Open = [.. open] });
        }

        if (_closed.Clusters > _customers || _open.Count > _customers) throw new InvalidDataException("More customers have invitations than there are.");
        if (_open.Any(customer => customer.Closed > int.MaxValue)) throw new InvalidDataException("A customer has more invitations than a log has events.");
    }

    private static long Counted(long count) => KeptNumbers.Count(count);

    /// <summary>One customer's invitations that are closed, and the deadlines of the others.</summary>
    private readonly record struct CustomerInvitations
    {
        public CustomerInvitations()
        {
        }

        public long Answered { get; init; }

        public long Late { get; init; }

        public long NotAnswered { get; init; }

        public (long Deadline, bool Answered)[] Open { get; init; } = [];

        public long Closed => Answered + Late + NotAnswered;

        public CustomerInvitations Closing(InvitationState state) => state switch
        {
            InvitationState.Answered => this with { Answered = Answered + 1 },
            InvitationState.AnsweredLate => this with { Late = Late + 1 },
            _ => this with { NotAnswered = NotAnswered + 1 },
        };
    }

    /// <summary>Sums over customers with closed invitations.</summary>
    private struct Sums
    {
        public long Clusters;
        public long Answered;
        public long Late;
        public long NotAnswered;
        private long _squares;
        private long _products;
        private long _squaredCounts;

        public void Add(CustomerInvitations customer)
        {
            if (customer.Closed == 0) return;
            Clusters++;
            Answered += customer.Answered;
            Late += customer.Late;
            NotAnswered += customer.NotAnswered;
            _squares += customer.Answered * customer.Answered;
            _products += customer.Answered * customer.Closed;
            _squaredCounts += customer.Closed * customer.Closed;
        }

        public void Add(Sums other)
        {
            Clusters += other.Clusters;
            Answered += other.Answered;
            Late += other.Late;
            NotAnswered += other.NotAnswered;
            _squares += other._squares;
            _products += other._products;
            _squaredCounts += other._squaredCounts;
        }

        public readonly ClusterTotals ToClusters() => new()
        {
            Clusters = Clusters,
            Count = Answered + Late + NotAnswered,
            Sum = Answered,
            SumOfSquares = _squares,
            SumOfProducts = _products,
            SumOfSquaredCounts = _squaredCounts,
        };

        public readonly void Save(BinaryWriter state)
        {
            foreach (long count in new[] { Clusters, Answered, Late, NotAnswered, _squares, _products, _squaredCounts }) state.Write(count);
        }

        public static Sums Load(BinaryReader state) => new()
        {
            Clusters = Counted(state.ReadInt64()),
            Answered = Counted(state.ReadInt64()),
            Late = Counted(state.ReadInt64()),
            NotAnswered = Counted(state.ReadInt64()),
            _squares = KeptNumbers.ReadSum(state),
            _products = KeptNumbers.ReadSum(state),
            _squaredCounts = KeptNumbers.ReadSum(state),
        };
    }
}
