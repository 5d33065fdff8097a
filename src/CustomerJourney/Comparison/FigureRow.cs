using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>One figure of both sides before it is compared, matched by analysis, group and name.</summary>
internal sealed class FigureRow(Analysis analysis, string? group, Figure figure, Sample? baseline, Sample? candidate)
{
    /// <summary>Where the sides are not independent: what each customer adds on either side.</summary>
    public List<ClusterContribution>? Contributions { get; set; }

    public (string? Group, string Name) Key => (group, figure.Name);

    public static IReadOnlyList<FigureRow> Of(
        StagedLog baseline, StagedLog candidate, IReadOnlyList<Analysis> measures, CustomerPairs customers, CancellationToken cancellationToken)
    {
        Measurements before = baseline.Measure(measures, cancellationToken: cancellationToken);
        Measurements after = candidate.Measure(measures, cancellationToken: cancellationToken);
        List<FigureRow> rows = [];
        foreach (Analysis measure in measures)
        {
            List<FigureRow> own = Match(measure, Figures(measure, before.Of(measure)), Figures(measure, after.Of(measure)));
            // Sides are independent only where no customer is on both and none counts twice.
            if (customers.Shared > 0 || !measure.CountsCustomersOnce) CustomerContributions.Fill(own, measure, baseline, candidate, customers, cancellationToken);
            rows.AddRange(own);
        }

        return rows;
    }

    /// <summary>The figures of a result, each with its group.</summary>
    public static IReadOnlyList<(string? Group, Figure Figure)> Figures(Analysis measure, object? result) => result switch
    {
        IComparableResult single => [.. single.Figures.Select(figure => ((string?)null, figure))],
        IBreakdown groups => [.. groups.Groups.SelectMany(group => Figures(measure, group.Result).Select(figure => ((string?)group.Group, figure.Figure)))],
        _ => throw new ArgumentException(
            $"{measure.GetType().Name} cannot be compared: its result has no figures. Let the result implement {nameof(IComparableResult)}.", nameof(measure)),
    };

    public Difference Compare(double level)
    {
        SampleDifference? difference = baseline is null || candidate is null ? null
            : Contributions is null ? SampleDifference.Between(baseline, candidate, level)
            : SampleDifference.Clustered(baseline, candidate, [.. Contributions], level);
        return new Difference
        {
            Analysis = analysis,
            Measure = figure.Name,
            Group = group,
            Unit = figure.Unit ?? (figure.Sample is ShareSample ? Verdicts.PercentagePoints : ""),
            Baseline = Scaled(EstimateOf(baseline, contribution => (contribution.BaselineSum, contribution.BaselineCount), level)),
            Candidate = Scaled(EstimateOf(candidate, contribution => (contribution.CandidateSum, contribution.CandidateCount), level)),
            Change = Scaled(difference?.Change),
            Test = difference?.Test,
            Effect = difference?.Effect,
            IsShown = false,
            Verdict = "",
        };
    }

    private static List<FigureRow> Match(Analysis measure, IReadOnlyList<(string? Group, Figure Figure)> before, IReadOnlyList<(string? Group, Figure Figure)> after)
    {
        Dictionary<(string?, string), Figure> candidates = after.ToDictionary(figure => (figure.Group, figure.Figure.Name), figure => figure.Figure);
        List<FigureRow> rows = [];
        foreach ((string? group, Figure figure) in before)
        {
            candidates.Remove((group, figure.Name), out Figure? other);
            rows.Add(new FigureRow(measure, group, figure, figure.Sample, other?.Sample));
        }

        foreach ((string? group, Figure figure) in after)
        {
            if (candidates.ContainsKey((group, figure.Name))) rows.Add(new FigureRow(measure, group, figure, null, figure.Sample));
        }

        return rows;
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
