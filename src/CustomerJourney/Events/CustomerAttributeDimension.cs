namespace CustomerJourney.Events;

internal sealed record CustomerAttributeDimension(string Name) : CustomerDimension
{
    internal override string Title => Name;

    internal override string Description => $"customer attribute '{Name}'";

    internal override CustomerGroupBinding BindCustomers(LogSchema schema) => new Binding(schema.CustomerAttributeColumn(Name));

    private sealed class Binding(AttributeColumn attribute) : CustomerGroupBinding(attribute.Values.Select(GroupKey.Named), NoValue)
    {
        public override int GroupOf(in CustomerTrace trace) => attribute.Codes[trace.Customer] is >= 0 and int code ? code : None;
    }
}
