using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Net Promoter Score of answers from 0 to 10: the percentage of promoters (9, 10) less that of detractors (0…6); 7 and 8 are passives.</summary>
/// <remarks>F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.</remarks>
public sealed record Nps : SurveyMetric<NpsResult>
{
    private static readonly long[] Values = [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1];

    /// <summary>What an answer is worth: 1 for a promoter, 0 for a passive, −1 for a detractor; the score is 100 times the mean of these.</summary>
    /// <param name="score">The answer.</param>
    /// <returns><see langword="null"/> for an answer that is not a whole number from 0 to 10.</returns>
    public static int? IndicatorOf(double score) =>
        score >= 0 && score < Values.Length && score == Math.Truncate(score) ? (int)Values[(int)score] : null;

    internal override FeedbackKind Kind => FeedbackKind.Nps;

    /// <inheritdoc/>
    public override Tally<NpsResult> CreateTally() => new SurveyTally<NpsResult>(new SurveyCounts(0, Values), ToResult);

    private NpsResult ToResult(SurveyCounts counts) => new()
    {
        Definition = this,
        Promoters = counts.CountWorth(1),
        Passives = counts.CountWorth(0),
        Detractors = counts.CountWorth(-1),
        Invalid = counts.Invalid,
        Customers = counts.Customers,
        Clusters = Counting == AnswerCounting.All ? counts.ClustersOf(0) : null,
    };
}
