using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Promoters, passives and detractors, and the score that follows from them.</summary>
public sealed record NpsResult : IComparableResult
{
    private const double Points = 100;

    /// <summary>The question that is answered here.</summary>
    public required Nps Definition { get; init; }

    /// <summary>Answers of 9 and 10.</summary>
    public required long Promoters { get; init; }

    /// <summary>Answers of 7 and 8.</summary>
    public required long Passives { get; init; }

    /// <summary>Answers of 0 to 6.</summary>
    public required long Detractors { get; init; }

    /// <summary>Answers that are not whole numbers from 0 to 10; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>The valid answers.</summary>
    public long Responses => Promoters + Passives + Detractors;

    /// <summary>The score, −100…100, not rounded; <see langword="null"/> without valid answers.</summary>
    public double? Score => Sample.Value * Points;

    /// <summary>
    /// The score with its adjusted Wald interval (B. Rocks, The American Statistician 70, 2016), robust to several answers of one customer where all answers count.
    /// The interval is drawn toward 0, so with very few answers the score can lie outside it.
    /// <see langword="null"/> without valid answers, and where all answers count and come from fewer than two customers.
    /// </summary>
    public Estimate? Estimate
    {
        get
        {
            Estimate? net = Sample.Interval(Definition.Level, Clusters);
            return net is null ? null : net with { Value = net.Value * Points, Lower = net.Lower * Points, Upper = net.Upper * Points };
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Scale = Points, Unit = "points" }];

    /// <inheritdoc/>
    public string Title => "NPS";

    /// <summary>Sums over customers, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    private NetSample Sample => new(Promoters, Passives, Detractors);

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title,
        ResultColumnKind.Number,
        Score,
        Estimate,
        [("Responses", Responses), ("Customers", Customers), ("Promoters", Promoters), ("Passives", Passives), ("Detractors", Detractors), ("Invalid", Invalid)]);
}
