namespace CustomerJourney.Events;

/// <summary>The stage that customers are in by the rule of the classifier.</summary>
internal sealed record CurrentStageDimension : CustomerDimension
{
    internal override string Title => "Current stage";

    internal override CustomerGroupBinding BindCustomers(LogSchema schema) => new Binding(schema.RequireJourney("stages"), schema.Reading!);

    private sealed class Binding(Journey journey, StageReading reading) : CustomerGroupBinding(StageDimension.KeysOf(journey), Unassigned)
    {
        public override int GroupOf(in CustomerTrace trace) => reading.CurrentOf(trace) is var stage && stage == LogSchema.NoStage ? None : stage;
    }
}
