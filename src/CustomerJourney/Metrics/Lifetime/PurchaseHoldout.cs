using System.Runtime.InteropServices;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers by their purchases before the end of calibration, with what they bought after it: the fold behind validation.</summary>
/// <param name="Calibration">The purchases, with an end.</param>
/// <param name="Until">The last instant that is held out, in UTC ticks.</param>
internal sealed record PurchaseHoldout(PurchaseSummary Calibration, long Until) : Analysis<IReadOnlyList<PurchaseHoldoutGroup>>
{
    public override Accumulator<IReadOnlyList<PurchaseHoldoutGroup>> CreateAccumulator(LogSchema schema) => new Groups(this, schema);

    private sealed class Groups(PurchaseHoldout definition, LogSchema schema) : Accumulator<IReadOnlyList<PurchaseHoldoutGroup>>
    {
        private readonly PurchaseReader _reader = new(definition.Calibration.Event, definition.Calibration.Currency, schema, refunds: false);
        private readonly PurchaseDays _days = new(schema, definition.Calibration.MergeBy, definition.Calibration.Calendar);
        private readonly long _last = definition.Calibration.AsOf!.Value.UtcTicks - 1;
        private readonly int _end = PurchaseEnd.DayOf(definition.Calibration.AsOf!.Value.UtcTicks - 1, definition.Calibration);
        private readonly Dictionary<(int Repeats, int Recency, int FirstDay), (long Count, long Sum, long Squares)> _groups = [];
        private PurchaseEvent[] _before = [];
        private int[] _beforeDays = [];

        public override void Add(in CustomerTrace trace)
        {
            ReadOnlySpan<PurchaseEvent> purchases = _reader.Read(trace, definition.Until);
            ReadOnlySpan<int> days = _days.Of(purchases);
            if (_before.Length < days.Length) (_before, _beforeDays) = (new PurchaseEvent[2 * days.Length], new int[2 * days.Length]);
            int before = 0;
            HashSet<int>? later = null;
            for (int index = 0; index < days.Length; index++)
            {
                if (purchases[index].Ticks <= _last) (_before[before], _beforeDays[before++]) = (purchases[index], days[index]);
                else if (days[index] > _end) (later ??= []).Add(days[index]);
            }

            if (before == 0) return;
            PurchaseTransactions one = PurchaseTransactions.Of(_before.AsSpan(0, before), _beforeDays.AsSpan(0, before), trace.HasStarts);
            long held = later?.Count ?? 0;
            ref (long Count, long Sum, long Squares) group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, (one.Repeats, one.LastDay - one.FirstDay, one.FirstDay), out _);
            group = (group.Count + 1, group.Sum + held, group.Squares + (held * held));
        }

        public override void Merge(Accumulator<IReadOnlyList<PurchaseHoldoutGroup>> other)
        {
            foreach (((int, int, int) key, (long count, long sum, long squares)) in ((Groups)other)._groups)
            {
                ref (long Count, long Sum, long Squares) group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, key, out _);
                group = (group.Count + count, group.Sum + sum, group.Squares + squares);
            }
        }

        public override IReadOnlyList<PurchaseHoldoutGroup> ToResult() =>
        [
            .. _groups.OrderBy(entry => entry.Key).Select(entry => new PurchaseHoldoutGroup(entry.Key.Repeats, entry.Key.Recency, _end - entry.Key.FirstDay, entry.Value.Count, entry.Value.Sum, entry.Value.Squares)),
        ];
    }
}
