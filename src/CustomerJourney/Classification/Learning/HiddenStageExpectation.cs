using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>The expectation step of training as a fold: one sequence a customer. Contributions are added exactly.</summary>
internal sealed record HiddenStageExpectation(HiddenStageModel Model) : Analysis<HiddenMarkovModelExpectedCounts>
{
    public override Accumulator<HiddenMarkovModelExpectedCounts> CreateAccumulator(LogSchema schema) => new Expectations(Model, schema);

    private sealed class Expectations(HiddenStageModel model, LogSchema schema) : Accumulator<HiddenMarkovModelExpectedCounts>
    {
        private readonly SymbolSequence _sequence = new(model.SymbolsOf(schema));
        private HiddenMarkovModelExpectations _expectations = new(model.Probabilities);

        public override void Add(in CustomerTrace trace)
        {
            _sequence.Read(trace.Events);
            _expectations.Add(_sequence.Symbols);
        }

        public override void Merge(Accumulator<HiddenMarkovModelExpectedCounts> other) => _expectations.Merge(((Expectations)other)._expectations);

        public override HiddenMarkovModelExpectedCounts ToResult() => _expectations.ToExpectedCounts();

        public override void Save(BinaryWriter state) => _expectations.Save(state);

        public override void Load(BinaryReader state) => _expectations = HiddenMarkovModelExpectations.Load(state, model.Probabilities);
    }
}
