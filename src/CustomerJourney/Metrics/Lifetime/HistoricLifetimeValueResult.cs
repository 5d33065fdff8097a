using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What customers have been worth so far, on average and in all.</summary>
public sealed record HistoricLifetimeValueResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required HistoricLifetimeValue Definition { get; init; }

    /// <summary>The customers who bought.</summary>
    public required long Customers { get; init; }

    /// <summary>Their purchases and refunds that count.</summary>
    public required long Purchases { get; init; }

    /// <summary>Purchases without an amount; they add 0.</summary>
    public required long WithoutAmount { get; init; }

    /// <summary>Purchases left out because they are in another currency than the one asked for.</summary>
    public required long OtherCurrency { get; init; }

    /// <summary>The currencies of the amounts, in ordinal order; empty text for amounts that name none.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <summary>The sum of all amounts, neither discounted nor cut to the margin, to the last decimal; <see langword="null"/> in several currencies.</summary>
    public required decimal? Revenue { get; init; }

    /// <summary>The sums over customers of the values asked for; without customers where currencies are mixed.</summary>
    public required MeanSample Sample { get; init; }

    /// <inheritdoc/>
    public override string Title => "Historic lifetime value";

    /// <inheritdoc/>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string? Unit => PurchaseCurrencies.Only(Currencies);

    /// <inheritdoc/>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null
        : PurchaseCurrencies.Mixed(Currencies, Title) ?? new NoValue { Reason = NoValueReason.NoData, Message = "Nobody bought anything." };

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Customers", Customers), new("Purchases", Purchases), new("Without amount", WithoutAmount), new("Other currency", OtherCurrency)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <summary>The sum of all customers' values.</summary>
    public override IReadOnlyList<MetricFigure> OtherFigures => [new MetricFigure { Name = "total", Kind = ResultColumnKind.Number, Value = Sample.Count == 0 ? null : Sample.Sum }];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this, WithoutAmount);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = Unit }];

    internal override string DefinitionName => nameof(HistoricLifetimeValue);
}
