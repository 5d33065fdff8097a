using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What became of the revenue of those who paid at the start.</summary>
public sealed record RevenueRetentionResult : MoneyResult
{
    private const string Points = "percentage points";

    // Months of 28 and of 31 days are meant to be compared; what differs more is told.
    private const double UnlikeLengths = 1.12;

    /// <summary>The question that is answered here.</summary>
    public required RevenueRetention Definition { get; init; }

    /// <summary>The sums over customers of the start: revenue at the end over revenue at the start.</summary>
    public required RatioSample NetSample { get; init; }

    /// <summary>The same, where no customer counts for more at the end than at the start.</summary>
    public required RatioSample GrossSample { get; init; }

    /// <summary>The customers of the start: those with revenue above 0.</summary>
    public required long Customers { get; init; }

    /// <summary>Those of them with revenue at the end.</summary>
    public required long Kept { get; init; }

    /// <summary>Those of them with more revenue at the end.</summary>
    public required long Expanded { get; init; }

    /// <summary>Those of them who stayed with less revenue.</summary>
    public required long Contracted { get; init; }

    /// <summary>Customers with revenue at the end and none at the start. They are in no other figure.</summary>
    public required long NewCustomers { get; init; }

    /// <summary>The revenue at the start; as all revenues here <see langword="null"/> where there is no value.</summary>
    public required double? StartingRevenue { get; init; }

    /// <summary>The revenue of the same customers at the end: starting revenue + expansion − contraction − churned revenue.</summary>
    public required double? EndingRevenue { get; init; }

    /// <summary>The revenue that customers added, not negative.</summary>
    public required double? Expansion { get; init; }

    /// <summary>The revenue by which customers who stayed pay less, not negative.</summary>
    public required double? Contraction { get; init; }

    /// <summary>The revenue of customers who pay nothing at the end, not negative.</summary>
    public required double? ChurnedRevenue { get; init; }

    /// <summary>Whether the second span was not observed to its end, so that there is no retention yet.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Net revenue retention, at least 0; above 1 where expansion outweighs losses.</summary>
    public double? Net => NetSample.Value;

    /// <summary>Gross revenue retention, 0…1, never above <see cref="Net"/>.</summary>
    public double? Gross => GrossSample.Value;

    /// <summary>Gross revenue retention with its interval; <see langword="null"/> below two customers.</summary>
    public Estimate? GrossEstimate => GrossSample.Estimate(Definition.Level);

    /// <summary>Logo retention: the share of customers of the start with revenue at the end, with its Wilson interval.</summary>
    public Estimate? Logos => LogoSample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override string Title => "Net revenue retention";

    /// <inheritdoc/>
    public override double? Value => Net;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <inheritdoc/>
    public override string? Unit => null;

    /// <summary>Net revenue retention with Student's t interval over customers (delta method), not below 0; <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => NetSample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        Value is not null ? null
        : IsOpen ? new NoValue { Reason = NoValueReason.StillOpen, Message = $"The second span, {Definition.End}, was not observed to its end yet." }
        : WhyNoMoney ?? (NewCustomers > 0
            ? new NoValue { Reason = NoValueReason.ZeroBase, Message = $"Nobody paid in the first span, {Definition.Start}: there is no revenue to keep.{(Unseen is null ? "" : $" {Unseen}")}" }
            : NoAmounts("amounts in the first span"));

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Customers", Customers), new("Kept", Kept), new("Expanded", Expanded), new("Contracted", Contracted),
        new("New customers", NewCustomers), new("Refunds", Refunds), new("Other currencies", OtherCurrencies),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        new MetricFigure { Name = "Gross revenue retention", Kind = ResultColumnKind.Share, Value = Gross, Estimate = GrossEstimate },
        new MetricFigure { Name = "Logo retention", Kind = ResultColumnKind.Share, Value = LogoSample.Value, Estimate = Logos },
        new MetricFigure { Name = "Expansion", Kind = ResultColumnKind.Number, Value = Expansion },
        new MetricFigure { Name = "Contraction", Kind = ResultColumnKind.Number, Value = Contraction },
        new MetricFigure { Name = "Churned revenue", Kind = ResultColumnKind.Number, Value = ChurnedRevenue },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this);
            if (Value is not null && Unseen is not null) warnings.Add(Unseen);
            if (Value is not null && IsUnlike)
                warnings.Add(MetricWarnings.Warning(
                    MetricWarningKind.Assumption,
                    $"The spans last {Definition.Start.Length.TotalDays:0.#} and {Definition.End.Length.TotalDays:0.#} days: the longer one has more revenue for that alone."));
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures =>
    [
        new Figure { Name = Title, Sample = NetSample, Unit = Points, IsWithheld = IsWithheld },
        new Figure { Name = "Gross revenue retention", Sample = GrossSample, Unit = Points, IsWithheld = IsWithheld },
        new Figure { Name = "Logo retention", Sample = LogoSample, IsWithheld = IsWithheld },
    ];

    /// <summary>What to heed where the log does not reach back far enough.</summary>
    internal MetricWarning? Unseen { get; init; }

    internal override string DefinitionName => nameof(RevenueRetention);

    private ShareSample LogoSample => Value is null ? new(0, 0) : new(Kept, Customers);

    private bool IsUnlike => Math.Max(Definition.Start.Length / Definition.End.Length, Definition.End.Length / Definition.Start.Length) > UnlikeLengths;
}
