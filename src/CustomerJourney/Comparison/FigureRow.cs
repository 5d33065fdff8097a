using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>One figure of both sides before it is compared.</summary>
internal sealed class FigureRow(Analysis analysis, string? group, Figure figure, Sample? baseline, Sample? candidate)
{
    /// <summary>How many observations the baseline has.</summary>
    public long BaselineCount => baseline?.Count ?? 0;

    /// <summary>How many observations the candidate has.</summary>
    public long CandidateCount => candidate?.Count ?? 0;

    /// <summary>Whether the baseline has no such figure to show, whatever its customers add.</summary>
    public bool IsBaselineWithheld { get; init; }

    /// <summary>Whether the candidate has none.</summary>
    public bool IsCandidateWithheld { get; init; }

    /// <summary>Whether no customer adds to both sides and none counts twice.</summary>
    public bool IsIndependent { get; set; }

    /// <summary>Where the sides are not independent: what each customer adds on either side.</summary>
    public List<ClusterContribution>? Contributions { get; set; }

    /// <summary>What the customer who is being asked about adds.</summary>
    public ClusterContribution? Pending { get; set; }

    public Difference Compare(double level)
    {
        SampleDifference? difference = baseline is null || candidate is null || IsBaselineWithheld || IsCandidateWithheld ? null
            : Contributions is null ? SampleDifference.Between(baseline, candidate, level)
            : SampleDifference.Clustered(baseline, candidate, [.. Contributions], level);
        return new Difference
        {
            Analysis = analysis,
            Measure = figure.Name,
            Group = group,
            Unit = figure.Unit ?? (figure.Sample is ShareSample ? Verdicts.PercentagePoints : ""),
            Baseline = IsBaselineWithheld ? null : Scaled(EstimateOf(baseline, contribution => (contribution.BaselineSum, contribution.BaselineCount), level)),
            Candidate = IsCandidateWithheld ? null : Scaled(EstimateOf(candidate, contribution => (contribution.CandidateSum, contribution.CandidateCount), level)),
            Change = Scaled(difference?.Change),
            Test = difference?.Test,
            Effect = difference?.Effect,
            IsShown = false,
            Verdict = "",
        };
    }

    /// <summary>The interval of one side; over customers where a customer counts more than once.</summary>
    private Estimate? EstimateOf(Sample? sample, Func<ClusterContribution, (double Sum, long Count)> side, double level)
    {
        if (sample is null) return null;
        if (Contributions is null || analysis.CountsCustomersOnce) return sample.Estimate(level);
        ExactSum sum = new(), squares = new(), products = new(), squaredCounts = new();
        long clusters = 0;
        foreach (ClusterContribution contribution in Contributions)
        {
            (double own, long count) = side(contribution);
            if (count == 0) continue;
            clusters++;
            sum.Add(own);
            squares.Add(own * own);
            products.Add(own * count);
            squaredCounts.Add((double)count * count);
        }

        return sample.Estimate(level, new ClusterTotals
        {
            Clusters = clusters,
            Count = sample.Count,
            Sum = sum.ToDouble(),
            SumOfSquares = squares.ToDouble(),
            SumOfProducts = products.ToDouble(),
            SumOfSquaredCounts = squaredCounts.ToDouble(),
        });
    }

    private Estimate? Scaled(Estimate? estimate) => estimate is null || figure.Scale == 1
        ? estimate
        : estimate with { Value = estimate.Value * figure.Scale, Lower = estimate.Lower * figure.Scale, Upper = estimate.Upper * figure.Scale };
}
