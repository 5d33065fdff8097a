using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>So many of so many, and the share that follows.</summary>
public sealed record ShareResult : IComparableResult
{
    /// <summary>The question that is answered here.</summary>
    public required Analysis Definition { get; init; }

    /// <summary>How many count: satisfied answers, kept customers.</summary>
    public required long Hits { get; init; }

    /// <summary>Out of how many.</summary>
    public required long Total { get; init; }

    /// <summary>Answers outside the scale; they count for nothing else. 0 for figures that are not of surveys.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers behind <see cref="Total"/>.</summary>
    public required long Customers { get; init; }

    /// <summary>The confidence level of <see cref="Estimate"/>.</summary>
    public required double Level { get; init; }

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The share, 0…1; <see langword="null"/> when <see cref="Total"/> is 0.</summary>
    public double? Share => Sample.Value;

    /// <summary>
    /// The share with its Wilson interval, robust to several answers of one customer where all answers count.
    /// <see langword="null"/> when <see cref="Total"/> is 0, and where all answers count and come from fewer than two customers.
    /// </summary>
    public Estimate? Estimate => Clusters is null ? Sample.Estimate(Level) : Sample.Estimate(Level, Clusters);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    /// <summary>Sums over customers, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    private ShareSample Sample => new(Hits, Total);

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title, ResultColumnKind.Share, Share, Estimate, [("Hits", Hits), ("Total", Total), ("Customers", Customers), ("Invalid", Invalid)]);
}
