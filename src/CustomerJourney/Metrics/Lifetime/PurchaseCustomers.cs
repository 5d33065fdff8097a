using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>The customers who bought, by their ids: the fold behind predictions.</summary>
internal sealed record PurchaseCustomers(PurchaseSummary Of) : Analysis<PurchaseCustomerTable>
{
    public override Accumulator<PurchaseCustomerTable> CreateAccumulator(LogSchema schema) => new Table(this, new PurchaseCustomerTable(
        new PurchaseReader(Of.Event, Of.Currency, schema, refunds: false), new PurchaseDays(schema, Of.MergeBy, Of.Calendar), schema, Of.AsOf, Of.LastInstant(schema)));

    private sealed class Table(PurchaseCustomers definition, PurchaseCustomerTable table) : Accumulator<PurchaseCustomerTable>
    {
        public override void Add(in CustomerTrace trace) => table.Add(trace);

        public override void Merge(Accumulator<PurchaseCustomerTable> other) => table.Merge(((Table)other).ToResult());

        public override PurchaseCustomerTable ToResult() => table;

        public override void Save(BinaryWriter state) => table.Save(state);

        public override void Load(BinaryReader state) => table.Load(state, last => PurchaseEnd.DayOf(last, definition.Of));
    }
}
