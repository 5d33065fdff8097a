namespace CustomerJourney.Events;

internal sealed record CurrencyDimension : Dimension
{
    internal override string Title => "Currency";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema);

    private sealed class Binding(LogSchema schema) : GroupBinding(schema.Currencies.Select(GroupKey.Named), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => CodeOf(trace[position]);

        public override int GroupOf(in CustomerTrace trace, in TraceEvent e) => CodeOf(e);

        private int CodeOf(in TraceEvent e) =>
            e.MoneyIndex is >= 0 and int index && e.Columns.Money!.Currencies is { } codes && codes[index] is >= 0 and int code ? code : None;
    }
}
