using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>How often active customers were active.</summary>
public sealed record StickinessResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required Stickiness Definition { get; init; }

    /// <summary>How many customers were active on 1, 2, 3 … days; as long as the window has days.</summary>
    public required IReadOnlyList<long> CustomersByActiveDays { get; init; }

    /// <summary>Whether the window was not observed to its end, so that there is no value yet.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The customers who were active on any day.</summary>
    public long Customers => Counted.Active;

    /// <summary>The days of all customers on which they were active: daily active customers, added over the days of the window.</summary>
    public long ActiveDays => Counted.ActiveDays;

    /// <summary>The mean number of customers active on a day of the window; <see langword="null"/> where the window is open.</summary>
    public double? MeanDailyActive => IsOpen ? null : Counted.MeanDailyActive;

    /// <inheritdoc/>
    public override string Title => "Stickiness";

    /// <summary>The mean share of days, from 1/window to 1; <see langword="null"/> where nobody was active, and for a window that is open.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with Student's t interval over customers, cut at 0 and 1; <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        IsOpen ? new NoValue { Reason = NoValueReason.StillOpen, Message = "The window was not observed to its end yet." }
        : Customers == 0 ? new NoValue { Reason = NoValueReason.NoData, Message = "No customer was active in the window." }
        : null;

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Customers", Customers), new("Active days", ActiveDays), new("Days", CustomersByActiveDays.Count)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [new MetricFigure { Name = "Mean daily active customers", Kind = ResultColumnKind.Number, Value = MeanDailyActive }];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = "percentage points", IsWithheld = IsWithheld }];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => Value is not null && Unseen is not null ? [.. MetricWarnings.Of(this), Unseen] : MetricWarnings.Of(this);

    /// <summary>What to heed where the log does not reach back far enough.</summary>
    internal MetricWarning? Unseen { get; init; }

    internal override string DefinitionName => nameof(Stickiness);

    /// <inheritdoc/>
    public bool Equals(StickinessResult? other) =>
        other is not null && Definition == other.Definition && IsOpen == other.IsOpen && Unseen == other.Unseen && CustomersByActiveDays.SequenceEqual(other.CustomersByActiveDays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, IsOpen, Customers);

    private Statistics.CustomerBase.ActiveDayShare Counted => new() { CustomersByActiveDays = CustomersByActiveDays };

    private RatioSample Sample => IsOpen ? new RatioSample(0, 0, 0, 0, 0, 0) : Counted.Sample;
}
