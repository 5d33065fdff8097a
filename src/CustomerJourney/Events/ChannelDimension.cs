namespace CustomerJourney.Events;

internal sealed record ChannelDimension : Dimension
{
    internal override string Title => "Channel";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema);

    private sealed class Binding(LogSchema schema) : GroupBinding(schema.Channels.Select(GroupKey.Named), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) =>
            trace.Channels[position] is var channel and not LogSchema.NoChannel ? channel : None;

        public override int GroupOfAnswer(LogColumns columns, int customer, int answer) =>
            columns.Channels is { } channels && channels[columns.Feedback!.Positions[answer]] is var channel and not LogSchema.NoChannel ? channel : None;
    }
}
