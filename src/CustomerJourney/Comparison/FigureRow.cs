using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>One figure of both sides before it is compared.</summary>
internal sealed class FigureRow(Analysis analysis, string? group, Figure? before, Figure? after)
{
    private readonly Figure _figure = before ?? after!;
    private readonly Sample? _baseline = before?.Sample;
    private readonly Sample? _candidate = after?.Sample;

    /// <summary>How many observations the baseline has.</summary>
    public long BaselineCount => _baseline?.Count ?? 0;

    /// <summary>How many observations the candidate has.</summary>
    public long CandidateCount => _candidate?.Count ?? 0;

    /// <summary>Whether a customer adds one observation at most: to a figure of the measure, or to a ratio, whose observations are customers.</summary>
    public bool CountsCustomersOnce => analysis.CountsCustomersOnce || _figure.Sample is RatioSample;

    /// <summary>Whether the figure is the difference of two shares, as a net promoter score is.</summary>
    public bool IsNetShare => _figure.Sample is NetSample;

    /// <summary>The units of the two sides, where they differ and both have data: euros are not compared with dollars.</summary>
    public (string Baseline, string Candidate)? OtherUnits => BaselineCount > 0 && CandidateCount > 0 && before?.Unit != after?.Unit ? (before?.Unit ?? "no unit", after?.Unit ?? "no unit") : null;

    /// <summary>Whether the baseline has no such figure to show, whatever its customers add.</summary>
    public bool IsBaselineWithheld => before is { IsWithheld: true };

    /// <summary>Whether the candidate has none.</summary>
    public bool IsCandidateWithheld => after is { IsWithheld: true };

    /// <summary>Whether no customer adds to both sides and none counts twice.</summary>
    public bool IsIndependent { get; set; }

    /// <summary>Where the sides are not independent: what each customer adds on either side.</summary>
    public List<ClusterContribution>? Contributions { get; set; }

    /// <summary>What the customer who is being asked about adds.</summary>
    public ClusterContribution? Pending { get; set; }

    public Difference Compare(double level)
    {
        SampleDifference? difference = _baseline is null || _candidate is null || BaselineCount == 0 || CandidateCount == 0 || OtherUnits is not null || IsBaselineWithheld || IsCandidateWithheld ? null
            : Contributions is null ? SampleDifference.Between(_baseline, _candidate, level)
            : SampleDifference.Clustered(_baseline, _candidate, [.. Contributions], level);
        return new Difference
        {
            Analysis = analysis,
            Measure = _figure.Name,
            Group = group,
            Unit = _figure.Unit ?? (_figure.Sample is ShareSample ? Verdicts.PercentagePoints : ""),
            Baseline = IsBaselineWithheld ? null : Scaled(EstimateOf(before, contribution => (contribution.BaselineSum, contribution.BaselineCount), level)),
            Candidate = IsCandidateWithheld ? null : Scaled(EstimateOf(after, contribution => (contribution.CandidateSum, contribution.CandidateCount), level)),
            Change = Scaled(difference?.Change),
            Test = difference?.Test,
            Effect = difference?.Effect,
            IsShown = false,
            Verdict = "",
        };
    }

    /// <summary>The interval of one side: the one that its result shows, if that has the level of the comparison; over customers where a customer counts more than once.</summary>
    private Estimate? EstimateOf(Figure? figure, Func<ClusterContribution, (double Sum, long Count)> side, double level)
    {
        if (figure is null) return null;
        Sample sample = figure.Sample;
        if (figure.Shown is { } shown && shown.Level.Equals(level)) return shown;
        if (Contributions is null || CountsCustomersOnce) return sample.Estimate(level);
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

    private Estimate? Scaled(Estimate? estimate) => estimate is null || _figure.Scale == 1
        ? estimate
        : estimate with { Value = estimate.Value * _figure.Scale, Lower = estimate.Lower * _figure.Scale, Upper = estimate.Upper * _figure.Scale };
}
