using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The tally of every survey metric: counts by score, turned into a result at the end.</summary>
internal sealed class SurveyTally<TResult>(SurveyCounts counts, Func<SurveyCounts, TResult> result) : Tally<TResult>
{
    private readonly SurveyCounts _counts = counts;

    public override void Add(in TraceEvent e) => _counts.Add(e.Score);

    internal override void AddScore(double score) => _counts.Add(score);

    public override void EndCustomer() => _counts.EndCustomer();

    public override void Merge(Tally<TResult> other) => _counts.Merge(((SurveyTally<TResult>)other)._counts);

    public override TResult ToResult() => result(_counts);

    public override void Save(BinaryWriter state) => _counts.Save(state);

    public override void Load(BinaryReader state) => _counts.Load(state);
}
