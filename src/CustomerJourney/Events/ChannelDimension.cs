namespace CustomerJourney.Events;

internal sealed record ChannelDimension : Dimension
{
    internal override string Title => "Channel";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema);

    private sealed class Binding(LogSchema schema) : GroupBinding(schema.Channels.Select(GroupKey.Named), NoValue)
    {
        public override int GroupAt(in CustomerTrace trace, int position) =>
            trace.Channels[position] is var channel and not LogSchema.NoChannel ? channel : None;

        public override void GroupsOfAnswers(LogColumns columns, int first, int end, Span<int> groups)
        {
            FeedbackColumn feedback = columns.Feedback!;
            ReadOnlySpan<int> positions = feedback.Positions.AsSpan(feedback.Offsets[first]..feedback.Offsets[end]);
            if (columns.Channels is not { } channels)
            {
                groups.Fill(None);
                return;
            }

            for (int answer = 0; answer < positions.Length; answer++) groups[answer] = channels[positions[answer]] is var channel and not LogSchema.NoChannel ? channel : None;
        }
    }
}
