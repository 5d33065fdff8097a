using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Watches all answers of an outcome for what can be told of the whole only: that they were given on another scale, so that there is no score to explain.</summary>
internal abstract class OutcomeWatch
{
    /// <summary>Of outcomes that are numbers of the caller's own, whose scale is not known.</summary>
    public static OutcomeWatch None() => new Nothing();

    /// <summary>Of the answers to a survey.</summary>
    public static OutcomeWatch Of<TResult>(SurveyMetric<TResult> metric, LogSchema schema)
        where TResult : SurveyResult => new Answers<TResult>(metric.CreateAccumulator(schema));

    /// <summary>Why the answers are not taken; null where they are.</summary>
    public abstract NoValue? Refusal { get; }

    public abstract void Add(in CustomerTrace trace);

    public abstract void Merge(OutcomeWatch other);

    public abstract void Save(BinaryWriter state);

    public abstract void Load(BinaryReader state);

    private sealed class Nothing : OutcomeWatch
    {
        public override NoValue? Refusal => null;

        public override void Add(in CustomerTrace trace)
        {
        }

        public override void Merge(OutcomeWatch other)
        {
        }

        public override void Save(BinaryWriter state)
        {
        }

        public override void Load(BinaryReader state)
        {
        }
    }

    private sealed class Answers<TResult>(Accumulator<TResult> metric) : OutcomeWatch
        where TResult : SurveyResult
    {
        private readonly Accumulator<TResult> _metric = metric;

        public override NoValue? Refusal => _metric.ToResult().Refusal;

        public override void Add(in CustomerTrace trace) => _metric.Add(trace);

        public override void Merge(OutcomeWatch other) => _metric.Merge(((Answers<TResult>)other)._metric);

        public override void Save(BinaryWriter state) => _metric.Save(state);

        public override void Load(BinaryReader state) => _metric.Load(state);
    }
}
