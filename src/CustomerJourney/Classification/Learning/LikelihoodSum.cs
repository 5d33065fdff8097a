using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>The log-likelihood of a log as a fold: one sequence a customer, added exactly.</summary>
internal sealed record LikelihoodSum(HiddenStageModel Model) : Analysis<HiddenStageLikelihood>
{
    public override Accumulator<HiddenStageLikelihood> CreateAccumulator(LogSchema schema) => new Summer(Model, schema);

    private sealed class Summer(HiddenStageModel model, LogSchema schema) : Accumulator<HiddenStageLikelihood>
    {
        private readonly SymbolSequence _sequence = new(model.SymbolsOf(schema));
        private readonly HiddenMarkovModelWorkspace _workspace = new();
        private readonly ExactSum _sum = new();
        private long _customers, _events, _passedOver, _impossible;

        public override void Add(in CustomerTrace trace)
        {
            _sequence.Read(trace.Events);
            _passedOver += trace.Length - _sequence.Count;
            if (_sequence.Count == 0) return;
            double logLikelihood = model.Probabilities.LogLikelihood(_sequence.Symbols, _workspace);
            if (logLikelihood == double.NegativeInfinity)
            {
                _impossible++;
                return;
            }

            _sum.Add(logLikelihood);
            _customers++;
            _events += _sequence.Count;
        }

        public override void Merge(Accumulator<HiddenStageLikelihood> other)
        {
            Summer part = (Summer)other;
            _sum.Merge(part._sum);
            _customers += part._customers;
            _events += part._events;
            _passedOver += part._passedOver;
            _impossible += part._impossible;
        }

        public override HiddenStageLikelihood ToResult() => new()
        {
            Customers = _customers,
            Events = _events,
            PassedOver = _passedOver,
            ImpossibleCustomers = _impossible,
            LogLikelihood = _customers == 0 ? null : _sum.ToDouble(),
        };
    }
}
