using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>Counts starts, transitions and events of a log whose events have stages.</summary>
internal sealed record LabelCounting(Journey Journey) : Analysis<LabelCounting.Counts>
{
    public override Accumulator<Counts> CreateAccumulator(LogSchema schema) => new Counter(Journey, schema);

    /// <summary>What was counted: event names in ordinal order and for each the events by stage.</summary>
    internal sealed record Counts(Journey Journey, long[] Start, long[] Transition, SortedDictionary<string, long[]> Emission)
    {
        public HiddenStageModel ToModel(double smoothing)
        {
            if (Emission.Count == 0) throw new ArgumentException($"No event of the log has a stage of the journey '{Journey.Name}': nothing can be learned from it.");
            int stages = Start.Length;
            double[]? start = Row(Start);
            double[]?[] transition = [.. Enumerable.Range(0, stages).Select(stage => Row(Transition.Skip(stage * stages).Take(stages)))];
            double[]?[] emission = [.. Enumerable.Range(0, stages).Select(stage => Row(Emission.Values.Select(counts => counts[stage])))];
            string[] faults =
            [
                .. Journey.Stages.Where(stage => emission[stage.Position] is null).Select(stage => $"the stage '{Journey.StageNames.Label(stage)}' has no event"),
                .. Journey.Stages.Where(stage => emission[stage.Position] is not null && transition[stage.Position] is null).Select(stage => $"nothing follows an event of the stage '{Journey.StageNames.Label(stage)}'"),
            ];
            if (faults.Length > 0) throw new ArgumentException($"The labels do not say everything: {string.Join("; ", faults)}. Learn with a smoothing above 0.");
            return HiddenStageModel.Create(Journey, Emission.Keys, HiddenMarkovModel.Create(start!, transition!, emission!));

            double[]? Row(IEnumerable<long> counts) => MarkovChainRows.Normalize([.. counts.Select(count => count + smoothing)]);
        }
    }

    private sealed class Counter(Journey journey, LogSchema schema) : Accumulator<Counts>
    {
        private readonly int _stages = journey.Stages.Count;
        private readonly long[] _start = new long[journey.Stages.Count];
        private readonly long[] _transition = new long[journey.Stages.Count * journey.Stages.Count];
        private readonly long[] _emission = new long[journey.Stages.Count * schema.Events.Count];
        private readonly SortedDictionary<string, long[]> _merged = new(StringComparer.Ordinal);

        public override void Add(in CustomerTrace trace)
        {
            ReadOnlySpan<byte> stages = trace.Stages;
            ReadOnlySpan<ushort> events = trace.Events;
            int before = -1;
            for (int position = 0; position < stages.Length; position++)
            {
                byte stage = stages[position];
                if (stage == LogSchema.NoStage) continue;
                if (before < 0) _start[stage]++;
                else _transition[(before * _stages) + stage]++;
                _emission[(events[position] * _stages) + stage]++;
                before = stage;
            }
        }

        public override void Merge(Accumulator<Counts> other)
        {
            Counts part = other.ToResult();
            for (int i = 0; i < _start.Length; i++) _start[i] += part.Start[i];
            for (int i = 0; i < _transition.Length; i++) _transition[i] += part.Transition[i];
            foreach ((string name, long[] counts) in part.Emission) Add(_merged, name, counts);
        }

        public override Counts ToResult()
        {
            SortedDictionary<string, long[]> emission = new(StringComparer.Ordinal);
            for (int code = 0; code < schema.Events.Count; code++)
            {
                ReadOnlySpan<long> counts = _emission.AsSpan(code * _stages, _stages);
                if (counts.IndexOfAnyExcept(0) >= 0) Add(emission, schema.Events[code], counts);
            }

            foreach ((string name, long[] counts) in _merged) Add(emission, name, counts);
            return new Counts(journey, [.. _start], [.. _transition], emission);
        }

        private static void Add(SortedDictionary<string, long[]> sums, string name, ReadOnlySpan<long> counts)
        {
            if (!sums.TryGetValue(name, out long[]? sum)) sums.Add(name, sum = new long[counts.Length]);
            for (int stage = 0; stage < sum.Length; stage++) sum[stage] += counts[stage];
        }
    }
}
