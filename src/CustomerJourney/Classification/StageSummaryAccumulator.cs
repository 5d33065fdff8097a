using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Counts visits stage by stage. Stages are merged by name, in the order in which the first map has them.</summary>
internal sealed class StageSummaryAccumulator(StageSummary definition, IReadOnlyList<string> stages, StageRules rules) : Accumulator<StageSummaryResult>
{
    private readonly List<Counts> _counts = [.. stages.Select(stage => new Counts(stage))];
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
        foreach (Counts counts in part._counts) Of(counts.Stage).Add(counts);
    }

    public override StageSummaryResult ToResult() => new()
    {
        Definition = definition,
        Customers = _customers,
        WithoutStage = _withoutStage,
        DormantWithoutStage = _dormantWithoutStage,
        KnowsDormancy = _knowsDormancy,
        Stages = [.. _counts.Select(counts => counts.ToRow())],
    };

    public override void Save(BinaryWriter state)
    {
        state.Write(_customers);
        state.Write(_withoutStage);
        state.Write(_dormantWithoutStage);
        state.Write(_knowsDormancy);
        state.Write(_counts.Count);
        foreach (Counts counts in _counts) counts.Save(state);
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
        if (codes.Length > 0 && trace.Columns.Stages is { } column && column.Length - trace.Start > Vector256<byte>.Count && TryCountRuns(column.AsSpan(trace.Start), codes.Length)) return codes[^1];
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

    /// <summary>Counts runs by looking at many neighbors at once; what follows the customer's events is read, too, and left out of account. False where some event stands for no stage.</summary>
    private bool TryCountRuns(ReadOnlySpan<byte> column, int length)
    {
        if (column[0] == LogSchema.NoStage) return false;
        _visits[column[0]]++;
        Vector256<byte> none = Vector256.Create(LogSchema.NoStage);
        for (int first = 1; first < length; first += Vector256<byte>.Count)
        {
            if (column.Length - first < Vector256<byte>.Count) return false;
            int rest = length - first;
            uint own = rest >= Vector256<byte>.Count ? uint.MaxValue : (1u << rest) - 1;
            Vector256<byte> codes = Vector256.Create(column[first..]);
            if ((Vector256.Equals(codes, none).ExtractMostSignificantBits() & own) != 0) return false;
            uint changes = ~Vector256.Equals(codes, Vector256.Create(column[(first - 1)..])).ExtractMostSignificantBits() & own;
            for (; changes != 0; changes &= changes - 1) _visits[column[first + BitOperations.TrailingZeroCount(changes)]]++;
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
        ReadOnlySpan<Counts> counts = CollectionsMarshal.AsSpan(_counts)[..visits.Length];
        for (int stage = visits.Length - 1; stage >= 0; stage--)
        {
            int has = visits[stage] > 0 ? 1 : 0;
            int isPassed = furthest >= 0 ? 1 : 0;
            counts[stage].Customers += has;
            counts[stage].Visits += visits[stage];
            counts[stage].Returned += visits[stage] > 1 ? 1 : 0;
            counts[stage].Skipped += isPassed & ~has;
            furthest = (has & ~isPassed) != 0 ? stage : furthest;
        }

        return furthest;
    }

    private Counts Of(string stage)
    {
        Counts? counts = _counts.Find(known => known.Stage == stage);
        if (counts is null) _counts.Add(counts = new Counts(stage));
        return counts;
    }

    private sealed class Counts(string stage)
    {
        public string Stage { get; } = stage;

        public long Customers { get; set; }

        public long Current { get; set; }

        public long Dormant { get; set; }

        public long Furthest { get; set; }

        public long Visits { get; set; }

        public long Returned { get; set; }

        public long Skipped { get; set; }

        public void Add(Counts other)
        {
            Customers += other.Customers;
            Current += other.Current;
            Dormant += other.Dormant;
            Furthest += other.Furthest;
            Visits += other.Visits;
            Returned += other.Returned;
            Skipped += other.Skipped;
        }

        public StageSummaryRow ToRow() => new()
        {
            Stage = Stage,
            Customers = Customers,
            Current = Current,
            Dormant = Dormant,
            Furthest = Furthest,
            Visits = Visits,
            Returned = Returned,
            Skipped = Skipped,
        };

        public void Save(BinaryWriter state)
        {
            state.Write(Stage);
            foreach (long count in (long[])[Customers, Current, Dormant, Furthest, Visits, Returned, Skipped]) state.Write(count);
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
