namespace CustomerJourney.Events;

internal sealed record StageDimension : Dimension
{
    internal override string Title => "Stage";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema.RequireJourney("stages"));

    private sealed class Binding(Journey journey)
        : GroupBinding(journey.Stages.Select(stage => new GroupKey(stage.Position, journey.StageNames.Label(stage), GroupKind.Named)), Unassigned)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => Index(trace.Stages[position]);

        public override int GroupOf(in CustomerTrace trace, in TraceEvent e) => Index(e.Stage);

        private int Index(byte stage) => stage == LogSchema.NoStage ? None : stage;
    }
}
