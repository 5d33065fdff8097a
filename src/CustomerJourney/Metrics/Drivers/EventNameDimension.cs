using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Events told apart by their names: all, or one from the rest.</summary>
internal sealed record EventNameDimension(string? Only) : Dimension
{
    internal override string Title => "Event";

    internal override string Description => Only is null ? "event" : $"event '{Only}'";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema, Only);

    private sealed class Binding(LogSchema schema, string? only) : GroupBinding(only is null ? schema.Events.Select(GroupKey.Named) : [GroupKey.Named(only)], NoValue)
    {
        private readonly int _only = only is null ? -1 : schema.EventCode(only);

        public override int GroupAt(in CustomerTrace trace, int position)
        {
            int code = trace.Events[position];
            return only is null ? code : code == _only ? 0 : None;
        }
    }
}
