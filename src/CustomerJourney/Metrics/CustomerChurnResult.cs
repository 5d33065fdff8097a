using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.CustomerBase;

namespace CustomerJourney.Metrics;

/// <summary>How many customers were lost, of how many.</summary>
public sealed record CustomerChurnResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required CustomerChurn Definition { get; init; }

    /// <summary>The customers at the start.</summary>
    public required long AtStart { get; init; }

    /// <summary>Those of them who count as lost.</summary>
    public required long Lost { get; init; }

    /// <summary>Customers of the start and of the end who were none for some time in between.</summary>
    public required long WonBack { get; init; }

    /// <summary>Whether the period was not observed to its end, so that <see cref="Lost"/> are those who would be lost if nothing more happened, and there is no rate yet.</summary>
    public required bool IsOpen { get; init; }

    /// <inheritdoc/>
    public override string Title => "Customer churn";

    /// <summary>The share lost, 0…1; <see langword="null"/> without customers at the start, and for a period that is open.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with its Wilson interval.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        IsOpen ? new NoValue { Reason = NoValueReason.StillOpen, Message = "The period was not observed to its end yet." }
        : AtStart == 0 ? new NoValue { Reason = NoValueReason.NoData, Message = Unseen is null ? CustomerStays.NoCustomers : $"{CustomerStays.NoCustomers} {Unseen}" }
        : null;

    /// <inheritdoc/>
    public override long Observations => AtStart;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Lost", Lost), new("Customers", AtStart), new("Won back", WonBack)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => Definition.CompoundedPeriods is not { } periods ? [] :
    [
        new MetricFigure { Name = MetricTerms.Text($"Churn over {periods} periods"), Kind = ResultColumnKind.Share, Value = Over(periods)?.Value, Estimate = Over(periods) },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this);
            if (Value is not null && Unseen is not null) warnings.Add(Unseen);
            if (Value is not null && Definition.CompoundedPeriods is { } periods)
                warnings.Add(MetricWarnings.Warning(
                    MetricWarningKind.Assumption,
                    $"Churn over {periods} periods assumes the same rate in each and for every customer. Where customers differ, those who stay leave less and less, and true churn is lower."));
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, IsWithheld = IsWithheld }];

    /// <summary>What to heed where the log does not reach back far enough.</summary>
    internal MetricWarning? Unseen { get; init; }

    internal override string DefinitionName => nameof(CustomerChurn);

    private ShareSample Sample => IsOpen ? new(0, 0) : new(Lost, AtStart);

    /// <summary>The share lost over several such periods, 1 − (1 − churn)^periods, with the limits of the interval compounded likewise; 12 makes a yearly churn of a monthly one.</summary>
    /// <param name="periods">How many periods, at least 1.</param>
    /// <returns>The share, 0…1; <see langword="null"/> where there is no rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 1.</exception>
    public Estimate? Over(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        return Estimate is not { } churn ? null : churn with
        {
            Value = ChurnRate.Over(churn.Value, periods),
            Lower = ChurnRate.Over(churn.Lower, periods),
            Upper = ChurnRate.Over(churn.Upper, periods),
            Method = $"{churn.Method}, compounded",
        };
    }
}
