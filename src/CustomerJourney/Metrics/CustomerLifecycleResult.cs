using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The customer base period by period. Its value is the quick ratio of <see cref="Last"/>.</summary>
public sealed record CustomerLifecycleResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required CustomerLifecycle Definition { get; init; }

    /// <summary>All periods from the first one with an active customer to the last one that was observed, without gaps.</summary>
    public required IReadOnlyList<CustomerLifecyclePeriod> Periods { get; init; }

    /// <summary>The last period that was observed to its end; <see langword="null"/> where there is none.</summary>
    public CustomerLifecyclePeriod? Last => Periods.LastOrDefault(period => !period.IsOpen);

    /// <inheritdoc/>
    public override string Title => "Quick ratio";

    /// <summary>Customers won for each one lost in <see cref="Last"/>, at least 0.</summary>
    public override double? Value => Last?.QuickRatio;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The quick ratio with Student's t interval over customers (delta method), not below 0.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        Value is not null ? null
        : Periods.Count == 0 ? new NoValue { Reason = NoValueReason.NoData, Message = "There are no active customers." }
        : Last is not { } last ? new NoValue { Reason = NoValueReason.StillOpen, Message = $"No period of a {Definition.Unit} was observed to its end yet." }
        : new NoValue { Reason = NoValueReason.ZeroBase, Message = $"Nobody went dormant in {last.Name}: there is nothing to divide by." };

    /// <summary>The customers who were won or lost in <see cref="Last"/>.</summary>
    public override long Observations => Sample.Count;

    /// <summary>The counts of <see cref="Last"/>.</summary>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Customers", Last?.Active ?? 0), new("New", Last?.New ?? 0), new("Returning", Last?.Returning ?? 0), new("Resurrected", Last?.Resurrected ?? 0), new("Dormant", Last?.Dormant ?? 0),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
        [new MetricFigure { Name = "Returning of those active before", Kind = ResultColumnKind.Share, Value = Returning.Value, Estimate = Returning.Estimate(Definition.Level) }];

    /// <summary>Of <see cref="Last"/>: the quick ratio, and the share of the customers of the period before who returned.</summary>
    public override IReadOnlyList<Figure> Figures =>
        [new Figure { Name = Title, Sample = Sample, IsWithheld = IsWithheld }, new Figure { Name = "Returning of those active before", Sample = Returning }];

    internal override string DefinitionName => nameof(CustomerLifecycle);

    // A customer won adds 1 above the line, one lost adds 1 below it; nobody is both.
    private RatioSample Sample => Last is not { } last ? new RatioSample(0, 0, 0, 0, 0, 0)
        : new RatioSample(last.New + last.Resurrected + last.Dormant, last.New + last.Resurrected, last.Dormant, last.New + last.Resurrected, 0, last.Dormant) { Lowest = 0 };

    private ShareSample Returning => Last is not { } last ? new ShareSample(0, 0) : new ShareSample(last.Returning, last.Returning + last.Dormant);

    /// <summary>A row for each period.</summary>
    public override ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Period", Kind = ResultColumnKind.Text },
            .. ((string[])["Customers", "New", "Returning", "Resurrected", "Dormant"]).Select(name => new ResultColumn { Name = name, Kind = ResultColumnKind.Count }),
            new ResultColumn { Name = "Quick ratio", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Open", Kind = ResultColumnKind.Flag },
        ],
        BaseColumn = "Customers",
        Rows = [.. Periods.Select(period => (IReadOnlyList<object?>)[period.Name, period.Active, period.New, period.Returning, period.Resurrected, period.Dormant, period.QuickRatio, period.IsOpen])],
    };

    /// <inheritdoc/>
    public bool Equals(CustomerLifecycleResult? other) => other is not null && Definition == other.Definition && Periods.SequenceEqual(other.Periods);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Periods.Count, Last);
}
