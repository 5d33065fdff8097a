using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Net Promoter Score of answers from 0 to 10: the percentage of promoters (9, 10) less that of detractors (0…6); 7 and 8 are passives.</summary>
/// <remarks>F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.</remarks>
public sealed record Nps : SurveyMetric<NpsResult>
{
    private static readonly NonStandardNps Standard = new() { ScaleMinimum = 0, ScaleMaximum = 10, DetractorsTo = 6, PromotersFrom = 9 };

    /// <summary>Whether the answers of employees are meant (eNPS) and not those of customers; false by default. Employees answer under <see cref="FeedbackKind.EmployeeNps"/>, so the two never mix.</summary>
    public bool OfEmployees { get; init; }

    /// <summary>How the interval is made. Where all answers of a customer count, or answers have weights, only <see cref="NpsInterval.Automatic"/> and <see cref="NpsInterval.AdjustedWald"/> are right.</summary>
    public NpsInterval Interval
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>Another scale or other cut points; <see langword="null"/>, the default, is the Net Promoter Score itself.</summary>
    public NonStandardNps? NonStandard { get; init; }

    /// <summary>What an answer to the standard question is worth: 1 for a promoter, 0 for a passive, −1 for a detractor; the score is 100 times the mean of these.</summary>
    /// <param name="score">The answer.</param>
    /// <returns><see langword="null"/> for an answer that is not a whole number from 0 to 10.</returns>
    public static int? IndicatorOf(double score) =>
        score < 0 || score > Standard.ScaleMaximum || score != Math.Truncate(score) || double.IsNaN(score) ? null
        : score >= Standard.PromotersFrom ? 1 : score <= Standard.DetractorsTo ? -1 : 0;

    internal NonStandardNps Cuts => NonStandard ?? Standard;

    internal string Title => $"{(OfEmployees ? "eNPS" : "NPS")}{(NonStandard is null ? "" : " (non-standard)")}";

    internal override FeedbackKind Kind => OfEmployees ? FeedbackKind.EmployeeNps : FeedbackKind.Nps;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The cut points are not on the scale or overlap, or the interval cannot be had where all answers count or have weights.</exception>
    public override Tally<NpsResult> CreateTally()
    {
        List<string> faults = [.. NonStandard?.Faults() ?? []];
        if ((IsClustered || Weight is not null) && Interval is not (NpsInterval.Automatic or NpsInterval.AdjustedWald))
            faults.Add($"the interval {Interval} takes answers as independent and alike, which they are not where all answers of a customer count or answers have weights; use {NpsInterval.Automatic}");
        CheckFaults(Title, faults);
        return SurveyTallies.Create(this, Cuts.ScaleMinimum, Cuts.ScaleMaximum, FigureValues, ToResult);
    }

    /// <summary>What each score is worth: in the net share, and in the shares of promoters, passives and detractors.</summary>
    private long[][] FigureValues()
    {
        int count = Cuts.ScaleMaximum - Cuts.ScaleMinimum + 1, detractors = Cuts.DetractorsTo - Cuts.ScaleMinimum, promoters = Cuts.PromotersFrom - Cuts.ScaleMinimum;
        long[] pro = Scale.Between(count, promoters, count - 1), passive = Scale.Between(count, detractors + 1, promoters - 1), contra = Scale.Between(count, 0, detractors);
        return [Scale.Net(pro, contra), pro, passive, contra];
    }

    private NpsResult ToResult(SurveyCounts counts, SurveyFacts facts)
    {
        IReadOnlyList<long> byScore = counts.ByScore;
        long[][] worth = FigureValues();
        return new()
        {
            Definition = this,
            AnswersByScore = byScore,
            Promoters = Scale.Count(byScore, worth[1]),
            Passives = Scale.Count(byScore, worth[2]),
            Detractors = Scale.Count(byScore, worth[3]),
            Invalid = counts.Off.Count,
            Customers = counts.Customers,
            Clusters = IsClustered ? counts.Clusters : null,
            Questions = facts.Questions,
            Weighting = facts.Weighting,
            OnScale = TrustScale ? null : new ScaleCheck(
                Title, (Cuts.ScaleMinimum, Cuts.ScaleMaximum), byScore, counts.Answers, counts.Off, "NPS is asked on 0…10: read answers on another scale as Csat, or define a NonStandard score."),
        };
    }
}
