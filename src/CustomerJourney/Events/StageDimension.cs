namespace CustomerJourney.Events;

internal sealed record StageDimension : Dimension
{
    internal override string Title => "Stage";

    internal override GroupBinding Bind(LogSchema schema) => new Binding(schema.RequireJourney("stages"));

    internal static IEnumerable<GroupKey> KeysOf(Journey journey) => journey.Stages.Select(stage => new GroupKey(stage.Position, journey.StageNames.Label(stage), GroupKind.Named));

    private sealed class Binding(Journey journey)
        : GroupBinding(KeysOf(journey), Unassigned)
    {
        public override int GroupAt(in CustomerTrace trace, int position) => Index(trace.Stages[position]);

        public override int GroupOf(in CustomerTrace trace, in TraceEvent e) => Index(e.Stage);

        public override int GroupOfAnswer(LogColumns columns, int customer, int answer) => columns.Stages is null ? None : Index(columns.Feedback!.Stages![answer]);

        public override int GroupOfSilence(in CustomerTrace trace, int silence) =>
            trace.Columns.Silences!.Stages[silence] is var stage && stage == LogSchema.Dormant ? None : Index(stage);

        private int Index(byte stage) => stage == LogSchema.NoStage ? None : stage;
    }
}
