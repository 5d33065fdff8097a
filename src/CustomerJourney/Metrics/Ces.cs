using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Customer effort score 2.0: agreement from 1 to 7 with "the company made it easy for me to handle my issue"; high is easy.</summary>
/// <remarks>M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience" (2013). CES 1.0 asks for effort on 1 to 5, low is good: it is another scale and is never mixed in.</remarks>
public sealed record Ces : SurveyMetric<CesResult>
{
    internal const int Easiest = 7;
    private const int Figures = 4;

    private static readonly long[] Scores = Scale.Scores(1, Easiest);
    private static readonly long[] Easy = [0, 0, 0, 0, 1, 1, 1];
    private static readonly long[] Difficult = [1, 1, 1, 0, 0, 0, 0];
    private static readonly long[] Net = [-1, -1, -1, 0, 1, 1, 1];

    internal override FeedbackKind Kind => FeedbackKind.Ces;

    /// <inheritdoc/>
    public override Tally<CesResult> CreateTally() => new SurveyTally<CesResult>(new SurveyCounts(1, Scores, Easy, Difficult, Net), ToResult);

    private CesResult ToResult(SurveyCounts counts) => new()
    {
        Definition = this,
        AnswersByScore = counts.ByScore,
        Invalid = counts.Invalid,
        Customers = counts.Customers,
        Clusters = Counting == AnswerCounting.All ? [.. Enumerable.Range(0, Figures).Select(counts.ClustersOf)] : null,
    };
}
