using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>So many of so many, and the share that follows.</summary>
public sealed record ShareResult : IComparableResult
{
    /// <summary>The question that is answered here.</summary>
    public required Analysis Definition { get; init; }

    /// <summary>How many customers count.</summary>
    public required long Hits { get; init; }

    /// <summary>Out of how many customers.</summary>
    public required long Total { get; init; }

    /// <summary>The confidence level of <see cref="Estimate"/>.</summary>
    public required double Level { get; init; }

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>Whether the period was not observed to its end, so that <see cref="Hits"/> is only what was seen so far and there is no share yet.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The share, 0…1; <see langword="null"/> when <see cref="Total"/> is 0 or the period is open.</summary>
    public double? Share => Sample.Value;

    /// <summary>The share with its Wilson interval; <see langword="null"/> when <see cref="Total"/> is 0 or the period is open.</summary>
    public Estimate? Estimate => Sample.Estimate(Level);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    private ShareSample Sample => IsOpen ? new(0, 0) : new(Hits, Total);

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title, ResultColumnKind.Share, Share, Estimate, [("Hits", Hits), ("Customers", Total)]);
}
