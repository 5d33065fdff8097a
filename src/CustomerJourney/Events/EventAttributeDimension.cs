namespace CustomerJourney.Events;

internal sealed record EventAttributeDimension(string Name) : Dimension
{
    internal override string Title => Name;

    internal override string Description => $"event attribute '{Name}'";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema.EventAttributeColumn(Name));

    private sealed class Binding(AttributeColumn attribute) : GroupBinding(attribute.Values.Select(GroupKey.Named), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) =>
            attribute.Codes[trace.Start + position] is >= 0 and int code ? code : None;
    }
}
