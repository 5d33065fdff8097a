using System.Numerics;
using System.Runtime.Intrinsics;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Counts visits stage by stage. Stages are merged by name, in the order in which the first map has them.</summary>
internal sealed class StageSummaryAccumulator(StageSummary definition, IReadOnlyList<string> stages, StageRules rules) : Accumulator<StageSummaryResult>
{
    private readonly List<string> _names = [.. stages];

    // Values side by side: every customer is added to all of them.
    private Counts[] _counts = new Counts[stages.Count];
    private readonly long[] _visits = new long[stages.Count];
    private readonly TraceVisits _fold = new(stages.Count, rules, weighs: rules.Current == CurrentStageRule.RecencyWeighted);
    private readonly long[] _memory = new long[new VisitMemory(stages.Count, rules.HalfLife).SizeFor(0)];
    private long _customers;
    private long _withoutStage;
    private long _dormantWithoutStage;
    private bool _knowsDormancy = rules.DormantAfter is not null;

    public override void Add(in CustomerTrace trace)
    {
        _customers++;
        bool isDormant = false;
        (int silence, int end) = trace.SilenceRange;
        int current = silence < end || rules.Current == CurrentStageRule.RecencyWeighted ? Fold(trace, out isDormant) : Count(trace);
        int furthest = AddVisits();
        if (current < 0)
        {
            _withoutStage++;
            if (isDormant) _dormantWithoutStage++;
            return;
        }

        if (rules.Current == CurrentStageRule.Furthest) current = furthest;
        _counts[current].Current++;
        if (isDormant) _counts[current].Dormant++;
        _counts[furthest].Furthest++;
    }

    public override void Merge(Accumulator<StageSummaryResult> other)
    {
        StageSummaryAccumulator part = (StageSummaryAccumulator)other;
        _customers += part._customers;
        _withoutStage += part._withoutStage;
        _dormantWithoutStage += part._dormantWithoutStage;
        _knowsDormancy |= part._knowsDormancy;
        for (int stage = 0; stage < part._names.Count; stage++) Of(part._names[stage]).Add(part._counts[stage]);
    }

    public override StageSummaryResult ToResult() => new()
    {
        Definition = definition,
        Customers = _customers,
        WithoutStage = _withoutStage,
        DormantWithoutStage = _dormantWithoutStage,
        KnowsDormancy = _knowsDormancy,
        Stages = [.. _names.Select((name, stage) => _counts[stage].ToRow(name))],
    };

    public override void Save(BinaryWriter state)
    {
        state.Write(_customers);
        state.Write(_withoutStage);
        state.Write(_dormantWithoutStage);
        state.Write(_knowsDormancy);
        state.Write(_names.Count);
        for (int stage = 0; stage < _names.Count; stage++)
        {
            state.Write(_names[stage]);
            _counts[stage].Save(state);
        }
    }

    public override void Load(BinaryReader state)
    {
        _customers += state.ReadInt64();
        _withoutStage += state.ReadInt64();
        _dormantWithoutStage += state.ReadInt64();
        _knowsDormancy |= state.ReadBoolean();
        for (int count = state.ReadInt32(); count > 0; count--) Of(state.ReadString()).Load(state);
    }

    /// <summary>Where silence plays no part, visits are runs of events of one stage. Gives the stage of the latest, -1 if there is none.</summary>
    private int Count(in CustomerTrace trace)
    {
        Array.Clear(_visits);
        ReadOnlySpan<byte> codes = trace.Stages;
        if (codes.Length > 0 && trace.Start > 0 && trace.Columns.Stages is { } column && TryCountRuns(column.AsSpan(trace.Start - 1), codes.Length)) return codes[^1];
        Array.Clear(_visits);
        int latest = -1;
        foreach (byte stage in codes)
        {
            if (stage == LogSchema.NoStage || stage == latest) continue;
            latest = stage;
            _visits[stage]++;
        }

        return latest;
    }

    /// <summary>
    /// Counts runs by looking at many neighbors at once, stage by stage, since where runs begin cannot be foretold. What follows the customer's events is read, too, and left out of account.
    /// False where some event stands for no stage, or too little follows.
    /// </summary>
    /// <param name="column">The stages of events, from the one before the customer's first.</param>
    /// <param name="length">The number of his events.</param>
    private bool TryCountRuns(ReadOnlySpan<byte> column, int length)
    {
        Span<long> visits = _visits;
        // The first event begins a run, whatever another customer's latest is.
        ulong begins = 1;
        for (int first = 0; first < length; first += Vector512<byte>.Count)
        {
            if (column.Length - first <= Vector512<byte>.Count) return false;
            int rest = length - first;
            ulong own = rest >= Vector512<byte>.Count ? ulong.MaxValue : (1UL << rest) - 1;
            Vector512<byte> codes = Vector512.Create(column[(first + 1)..]);
            if ((Vector512.Equals(codes, Vector512.Create(LogSchema.NoStage)).ExtractMostSignificantBits() & own) != 0) return false;
            begins = (begins | ~Vector512.Equals(codes, Vector512.Create(column[first..])).ExtractMostSignificantBits()) & own;
            for (int stage = 0; stage < visits.Length; stage++)
                visits[stage] += BitOperations.PopCount(Vector512.Equals(codes, Vector512.Create((byte)stage)).ExtractMostSignificantBits() & begins);
            begins = 0;
        }

        return true;
    }

    private int Fold(in CustomerTrace trace, out bool isDormant)
    {
        _fold.Fold(trace, default, _memory);
        for (int stage = 0; stage < _visits.Length; stage++) _visits[stage] = VisitMemory.VisitsOf(_memory, stage);
        isDormant = VisitMemory.IsDormant(_memory);
        return _fold.Memory.CurrentOf(_memory, rules.Current);
    }

    /// <summary>Adds the visits of a customer and gives his furthest stage, -1 if he has been in none. Without branches: which stages a customer has seen cannot be foretold.</summary>
    private int AddVisits()
    {
        int furthest = -1;
        ReadOnlySpan<long> visits = _visits;
        Span<Counts> counts = _counts.AsSpan(0, visits.Length);
        for (int stage = visits.Length - 1; stage >= 0; stage--)
        {
            long own = visits[stage];
            int has = own > 0 ? 1 : 0;
            int isPassed = furthest >= 0 ? 1 : 0;
            counts[stage].Customers += has;
            counts[stage].Visits += own;
            counts[stage].Returned += own > 1 ? 1 : 0;
            counts[stage].Skipped += isPassed & ~has;
            furthest = (has & ~isPassed) != 0 ? stage : furthest;
        }

        return furthest;
    }

    private ref Counts Of(string stage)
    {
        int place = _names.IndexOf(stage);
        if (place < 0)
        {
            place = _names.Count;
            _names.Add(stage);
            Array.Resize(ref _counts, _names.Count);
        }

        return ref _counts[place];
    }

    private struct Counts
    {
        public long Customers;
        public long Current;
        public long Dormant;
        public long Furthest;
        public long Visits;
        public long Returned;
        public long Skipped;

        public void Add(in Counts other)
        {
            Customers += other.Customers;
            Current += other.Current;
            Dormant += other.Dormant;
            Furthest += other.Furthest;
            Visits += other.Visits;
            Returned += other.Returned;
            Skipped += other.Skipped;
        }

        public readonly StageSummaryRow ToRow(string stage) => new()
        {
            Stage = stage,
            Customers = Customers,
            Current = Current,
            Dormant = Dormant,
            Furthest = Furthest,
            Visits = Visits,
            Returned = Returned,
            Skipped = Skipped,
        };

        public readonly void Save(BinaryWriter state)
        {
            foreach (long count in (ReadOnlySpan<long>)[Customers, Current, Dormant, Furthest, Visits, Returned, Skipped]) state.Write(count);
        }

        public void Load(BinaryReader state)
        {
            Customers += state.ReadInt64();
            Current += state.ReadInt64();
            Dormant += state.ReadInt64();
            Furthest += state.ReadInt64();
            Visits += state.ReadInt64();
            Returned += state.ReadInt64();
            Skipped += state.ReadInt64();
        }
    }
}
