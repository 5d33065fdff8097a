using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Counts visits stage by stage. Stages are merged by name, in the order in which the first map has them.</summary>
internal sealed class StageSummaryAccumulator(StageSummary definition, IReadOnlyList<string> stages) : Accumulator<StageSummaryResult>
{
    private readonly List<Counts> _counts = [.. stages.Select(stage => new Counts(stage))];
    private readonly int[] _visits = new int[stages.Count];
    private long _customers;
    private long _withoutStage;

    public override void Add(in CustomerTrace trace)
    {
        _customers++;
        Array.Clear(_visits);
        int current = -1, furthest = -1;
        foreach (byte stage in trace.Stages)
        {
            if (stage == LogSchema.NoStage || stage == current) continue;
            current = stage;
            furthest = Math.Max(furthest, stage);
            _visits[stage]++;
        }

        if (current < 0)
        {
            _withoutStage++;
            return;
        }

        _counts[current].Current++;
        _counts[furthest].Furthest++;
        for (int stage = 0; stage < _visits.Length; stage++)
        {
            if (_visits[stage] == 0)
            {
                if (stage < furthest) _counts[stage].Skipped++;
                continue;
            }

            _counts[stage].Customers++;
            _counts[stage].Visits += _visits[stage];
            if (_visits[stage] > 1) _counts[stage].Returned++;
        }
    }

    public override void Merge(Accumulator<StageSummaryResult> other)
    {
        StageSummaryAccumulator part = (StageSummaryAccumulator)other;
        _customers += part._customers;
        _withoutStage += part._withoutStage;
        foreach (Counts counts in part._counts) Of(counts.Stage).Add(counts);
    }

    public override StageSummaryResult ToResult() => new()
    {
        Definition = definition,
        Customers = _customers,
        WithoutStage = _withoutStage,
        Stages = [.. _counts.Select(counts => counts.ToRow())],
    };

    public override void Save(BinaryWriter state)
    {
        state.Write(_customers);
        state.Write(_withoutStage);
        state.Write(_counts.Count);
        foreach (Counts counts in _counts) counts.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _customers += state.ReadInt64();
        _withoutStage += state.ReadInt64();
        for (int count = state.ReadInt32(); count > 0; count--) Of(state.ReadString()).Load(state);
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

        public long Furthest { get; set; }

        public long Visits { get; set; }

        public long Returned { get; set; }

        public long Skipped { get; set; }

        public void Add(Counts other)
        {
            Customers += other.Customers;
            Current += other.Current;
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
            Furthest = Furthest,
            Visits = Visits,
            Returned = Returned,
            Skipped = Skipped,
        };

        public void Save(BinaryWriter state)
        {
            state.Write(Stage);
            foreach (long count in (long[])[Customers, Current, Furthest, Visits, Returned, Skipped]) state.Write(count);
        }

        public void Load(BinaryReader state)
        {
            Customers += state.ReadInt64();
            Current += state.ReadInt64();
            Furthest += state.ReadInt64();
            Visits += state.ReadInt64();
            Returned += state.ReadInt64();
            Skipped += state.ReadInt64();
        }
    }
}
