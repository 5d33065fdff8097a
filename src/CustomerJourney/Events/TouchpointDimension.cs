namespace CustomerJourney.Events;

internal sealed record TouchpointDimension : Dimension
{
    internal override string Title => "Touchpoint";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema.RequireJourney("touchpoints"), schema.Reading!);

    private sealed class Binding(Journey journey, StageReading reading)
        : GroupBinding(journey.Touchpoints.Select((touchpoint, place) => new GroupKey(place, journey.TouchpointNames.Label(touchpoint), GroupKind.Named)), Unassigned)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => Index(reading.TouchpointOf(trace, position));

        public override int GroupOf(in CustomerTrace trace, in TraceEvent e) =>
            e.FeedbackIndex is >= 0 and int answer ? Index(e.Columns.Feedback!.Touchpoints![answer]) : GroupAt(trace, e.Position);

        private int Index(int touchpoint) => touchpoint < 0 ? None : touchpoint;
    }
}
