using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Customer satisfaction: the share of answers in the top boxes of a scale of whole numbers, the best two of 1…5 by default.</summary>
public sealed record Csat : SurveyMetric<CsatResult>
{
    private const int LargestScale = 1000;

    /// <summary>The worst answer of the scale; 1 by default, 0 for thumbs down and up.</summary>
    public int ScaleMinimum
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestScale);
            field = value;
        }
    } = 1;

    /// <summary>The best answer of the scale; 5 by default.</summary>
    public int ScaleMaximum
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestScale);
            field = value;
        }
    } = 5;

    /// <summary>How many of the best answers count as satisfied; 2 by default.</summary>
    public int TopBoxes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    internal override FeedbackKind Kind => FeedbackKind.Csat;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The scale is empty, or all of it would count as satisfied.</exception>
    public override Tally<CsatResult> CreateTally()
    {
        int answers = ScaleMaximum - ScaleMinimum + 1;
        if (TopBoxes >= answers)
            throw new InvalidOperationException($"CSAT on {ScaleMinimum} to {ScaleMaximum} cannot count {TopBoxes} top boxes as satisfied: the scale must have more answers than that.");
        long[] values = new long[answers];
        Array.Fill(values, 1, answers - TopBoxes, TopBoxes);
        return new SurveyTally<CsatResult>(new SurveyCounts(ScaleMinimum, values, Scale.Scores(ScaleMinimum, answers)), ToResult);
    }

    private CsatResult ToResult(SurveyCounts counts) => new()
    {
        Definition = this,
        AnswersByScore = counts.ByScore,
        Invalid = counts.Invalid,
        Customers = counts.Customers,
        Clusters = Counting == AnswerCounting.All ? counts.ClustersOf(0) : null,
        MeanClusters = Counting == AnswerCounting.All ? counts.ClustersOf(1) : null,
    };
}
