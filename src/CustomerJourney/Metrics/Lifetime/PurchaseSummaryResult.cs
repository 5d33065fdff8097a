using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers by their repeat purchases, and the share who came back.</summary>
public sealed record PurchaseSummaryResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required PurchaseSummary Definition { get; init; }

    /// <summary>The customers who bought by (x, t_x, T), times in the unit of the definition; what models of repeat buying are fitted to.</summary>
    public required CustomerSummaries Customers { get; init; }

    /// <summary>The customers who came back by (x, m), m being the mean value of their repeat transactions, in ascending order. Empty where currencies are mixed.</summary>
    public required IReadOnlyList<PurchaseSpendCount> Spend { get; init; }

    /// <summary>The last day that counts, up to which T runs; of the last week its first day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Purchases left out because their amount is negative.</summary>
    public required long Refunds { get; init; }

    /// <summary>Purchases left out because they are in another currency than the one asked for.</summary>
    public required long OtherCurrency { get; init; }

    /// <summary>Purchases without an amount.</summary>
    public required long WithoutAmount { get; init; }

    /// <summary>Customers who came back and are not in <see cref="Spend"/>, since one of their repeat purchases has no amount.</summary>
    public required long WithoutSpend { get; init; }

    /// <summary>The currencies of the amounts, in ordinal order; empty text for amounts that name none.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <inheritdoc/>
    public override string Title => "Customers who bought again";

    /// <inheritdoc/>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with its Wilson interval. It grows with the time that customers were watched: compare cohorts of one age.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Customers.Customers > 0 ? null : new NoValue { Reason = NoValueReason.NoData, Message = "Nobody bought anything." };

    /// <inheritdoc/>
    public override long Observations => Customers.Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Customers", Customers.Customers), new("Repeaters", Customers.Repeaters), new("Repeat transactions", Transactions), new("Refunds", Refunds), new("Without amount", WithoutAmount), new("Other currency", OtherCurrency),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <summary>Repeat transactions per customer who bought, those who never came back included.</summary>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
        [new MetricFigure { Name = "repeat transactions per customer", Kind = ResultColumnKind.Number, Value = Customers.Customers == 0 ? null : (double)Transactions / Customers.Customers }];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this);
            if (PurchaseCurrencies.Mixed(Currencies, "The value of purchases") is { } mixed) warnings.Add(new MetricWarning { Kind = MetricWarningKind.Assumption, Message = mixed.Message });
            if (WithoutSpend > 0) warnings.Add(MetricWarnings.Warning(MetricWarningKind.ManyInvalid, $"{WithoutSpend} customers who came back have purchases without an amount and are left out of the model of values."));
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    internal override string DefinitionName => nameof(PurchaseSummary);

    private long Transactions => Customers.Groups.Sum(group => group.Summary.Frequency * group.Count);

    private ShareSample Sample => new(Customers.Repeaters, Customers.Customers);

    /// <inheritdoc/>
    public bool Equals(PurchaseSummaryResult? other) =>
        other is not null && Definition == other.Definition && Customers.Groups.SequenceEqual(other.Customers.Groups) && Spend.SequenceEqual(other.Spend) && LastDay == other.LastDay
        && Refunds == other.Refunds && OtherCurrency == other.OtherCurrency && WithoutAmount == other.WithoutAmount && WithoutSpend == other.WithoutSpend && Currencies.SequenceEqual(other.Currencies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Customers.Customers, Customers.Repeaters, Spend.Count, LastDay, Refunds, WithoutAmount);
}
