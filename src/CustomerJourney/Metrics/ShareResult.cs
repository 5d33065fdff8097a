using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>So many of so many, and the share that follows.</summary>
public sealed record ShareResult : MetricResult
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
    public override string Title => Name;

    /// <summary>What the share is of, in a few words.</summary>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => (Definition as IDefinedByTerms)?.Terms ?? [];

    /// <summary>Whether the period was not observed to its end, so that <see cref="Hits"/> is only what was seen so far and there is no share yet.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The share, 0…1; <see langword="null"/> when <see cref="Total"/> is 0 or the period is open.</summary>
    public double? Share => Sample.Value;

    /// <inheritdoc/>
    public override double? Value => Share;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with its Wilson interval; <see langword="null"/> when <see cref="Total"/> is 0 or the period is open.</summary>
    public override Estimate? Estimate => Sample.Estimate(Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        IsOpen ? new NoValue { Reason = NoValueReason.StillOpen, Message = "The period was not observed to its end yet." }
        : Total == 0 ? new NoValue { Reason = WhyNoCustomers, Message = Unseen is null ? NoCustomers : $"{NoCustomers} {Unseen}" }
        : null;

    /// <inheritdoc/>
    public override long Observations => Total;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Hits", Hits), new("Customers", Total), .. FurtherCounts];

    /// <summary>Counts beside those of the share; none by default.</summary>
    public IReadOnlyList<MetricCount> FurtherCounts { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => Value is not null && Unseen is not null ? [.. MetricWarnings.Of(this), Unseen] : MetricWarnings.Of(this);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, IsWithheld = IsWithheld }];

    /// <summary>What is said where there is nobody to take a share of.</summary>
    internal string NoCustomers { get; init; } = "There are no customers to take a share of.";

    /// <summary>Why there is nobody to take a share of.</summary>
    internal NoValueReason WhyNoCustomers { get; init; } = NoValueReason.NoData;

    /// <summary>What to heed where the log does not reach back far enough.</summary>
    internal MetricWarning? Unseen { get; init; }

    internal override string DefinitionName => Definition.GetType().Name;

    internal override MetricKind? KindOnMap => Definition switch
    {
        CustomerRetention => MetricKind.RetentionRate,
        CustomerChurn => MetricKind.ChurnRate,
        _ => null,
    };

    /// <inheritdoc/>
    public bool Equals(ShareResult? other) =>
        other is not null && Definition == other.Definition && Name == other.Name && (Hits, Total, IsOpen) == (other.Hits, other.Total, other.IsOpen) && Unseen == other.Unseen && Level.Equals(other.Level)
        && FurtherCounts.SequenceEqual(other.FurtherCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Hits, Total, IsOpen);

    private ShareSample Sample => IsOpen ? new(0, 0) : new(Hits, Total);
}
