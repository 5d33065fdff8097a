using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Customer effort score 2.0: agreement from 1 to 7 with "the company made it easy for me to handle my issue"; high is easy.</summary>
/// <remarks>M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience" (2013). CES 1.0 asks for effort on 1 to 5, low is good: it is another scale and is never mixed in.</remarks>
public sealed record Ces : SurveyMetric<CesResult>
{
    private static readonly long[] Values = [1, 2, 3, 4, 5, 6, 7];

    internal override FeedbackKind Kind => FeedbackKind.Ces;

    /// <inheritdoc/>
    public override Tally<CesResult> CreateTally() => new SurveyTally<CesResult>(new SurveyCounts(1, Values), ToResult);

    private CesResult ToResult(SurveyCounts counts) => new()
    {
        Definition = this,
        AnswersByScore = [.. counts.ByScore],
        Invalid = counts.Invalid,
        Customers = counts.Customers,
        Clusters = Counting == AnswerCounting.All ? counts.Clusters : null,
    };
}
