using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Customer satisfaction: the share of answers in the top boxes of a scale of whole numbers, the best two of 1…5 by default.</summary>
public sealed record Csat : SurveyMetric<CsatResult>
{
    internal const int LargestScale = 1000;

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

    /// <summary>How the interval of the share is made. Where all answers of a customer count, or answers have weights, only <see cref="CsatInterval.Wilson"/> is right.</summary>
    public CsatInterval Interval
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>Thumbs down and up: 0 and 1, of which 1 is satisfied.</summary>
    public static Csat Thumbs { get; } = new() { ScaleMinimum = 0, ScaleMaximum = 1, TopBoxes = 1 };

    internal override FeedbackKind Kind => FeedbackKind.Csat;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The scale is empty, or all of it would count as satisfied, or the interval cannot be had where all answers count or have weights.</exception>
    public override Tally<CsatResult> CreateTally()
    {
        List<string> faults = [];
        if (ScaleMinimum >= ScaleMaximum) faults.Add($"the scale {ScaleMinimum} to {ScaleMaximum} has fewer than two answers, so it has no top boxes");
        else if (TopBoxes > ScaleMaximum - ScaleMinimum) faults.Add($"CSAT on {ScaleMinimum} to {ScaleMaximum} cannot count {TopBoxes} top boxes as satisfied: the scale must have more answers than that");
        if ((IsClustered || Weight is not null) && Interval != CsatInterval.Wilson)
            faults.Add($"the interval {Interval} takes answers as independent and alike, which they are not where all answers of a customer count or answers have weights; use {CsatInterval.Wilson}");
        CheckFaults("CSAT", faults);
        return SurveyTallies.Create(this, ScaleMinimum, ScaleMaximum, FigureValues, ToResult);
    }

    /// <summary>What each score is worth: in the share of satisfied answers and in the mean.</summary>
    private long[][] FigureValues()
    {
        int answers = ScaleMaximum - ScaleMinimum + 1;
        return [Scale.Between(answers, answers - TopBoxes, answers - 1), Scale.Scores(ScaleMinimum, answers)];
    }

    private CsatResult ToResult(SurveyCounts counts, SurveyFacts facts)
    {
        IReadOnlyList<long> byScore = counts.ByScore;
        return new()
        {
            Definition = this,
            AnswersByScore = byScore,
            Invalid = counts.Off.Count,
            Customers = counts.Customers,
            Clusters = IsClustered ? counts.Clusters : null,
            Questions = facts.Questions,
            Weighting = facts.Weighting,
            OnScale = TrustScale ? null : new ScaleCheck(
                "CSAT", (ScaleMinimum, ScaleMaximum), byScore, counts.Answers, counts.Off, "Set ScaleMinimum, ScaleMaximum and TopBoxes to the scale of the answers."),
        };
    }
}
