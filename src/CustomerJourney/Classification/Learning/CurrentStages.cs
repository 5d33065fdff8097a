using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>The stage that each customer is in by the rule of the classifier; customers in none are left out.</summary>
internal sealed record CurrentStages : Analysis<Dictionary<string, byte>>
{
    public override Accumulator<Dictionary<string, byte>> CreateAccumulator(LogSchema schema) => new Gatherer(schema);

    private sealed class Gatherer(LogSchema schema) : Accumulator<Dictionary<string, byte>>
    {
        private readonly Dictionary<string, byte> _stages = new(StringComparer.Ordinal);

        public override void Add(in CustomerTrace trace)
        {
            if (schema.Reading!.CurrentOf(trace) is var stage && stage != LogSchema.NoStage) _stages.Add(schema.CustomerNames.Value[trace.Customer], stage);
        }

        public override void Merge(Accumulator<Dictionary<string, byte>> other)
        {
            foreach ((string customer, byte stage) in ((Gatherer)other)._stages) _stages.Add(customer, stage);
        }

        public override Dictionary<string, byte> ToResult() => _stages;
    }
}
