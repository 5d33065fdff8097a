using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// Customer churn rate (logo churn) of a period: of those who were customers at its start, the share who are none at its end. The rest is <see cref="CustomerRetention"/>, by the same rules.
/// </summary>
/// <remarks>
/// Churn = 1 − CRR, its Wilson interval that of retention mirrored. Churn of several periods is not the sum of theirs: a churn of 5 % a month is 46 % a year, 1 − (1 − 0.05)¹², as long as the rate
/// stays the same and is the same for every customer (<see cref="Statistics.CustomerBase.ChurnRate"/>). A period that was not observed to its end has no churn yet.
/// </remarks>
public sealed record CustomerChurn : Analysis<CustomerChurnResult>, IDefinedByTerms
{
    private const int MostPeriods = 10_000;

    /// <summary>Asks about a period.</summary>
    /// <param name="period">The period, half-open: events at its end instant are after it.</param>
    public CustomerChurn(TimeRange period) => Period = period;

    /// <summary>The period.</summary>
    public TimeRange Period { get; }

    /// <summary>How long after an event its customer still counts as a customer; 30 days by default, more than zero.</summary>
    public TimeSpan ActiveWithin
    {
        get;
        init => field = Given.AboveZero(value);
    } = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether customers count as kept who were none for some time inside the period and are customers again at its end; true by default. How many there are is told either way.
    /// </summary>
    public bool CountsWonBack { get; init; } = true;

    /// <summary>Over how many such periods the churn is compounded as a further figure, 12 for a month in a year; 1 to 10,000, <see langword="null"/> for no such figure.</summary>
    public int? CompoundedPeriods
    {
        get;
        init
        {
            if (value is { } periods)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1, nameof(value));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event: a period that ends after it is open.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("period", Period.ToString()),
        new("active within", TimeText.Of(ActiveWithin)),
        new("won back", CountsWonBack ? "kept" : "lost"),
        .. CompoundedPeriods is { } periods ? (MetricTerm[])[new("compounded over", MetricTerms.Text($"{periods} periods"))] : [],
        MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    public override Accumulator<CustomerChurnResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        long observedUntil = schema.ObservedTicks(ObservedUntil);
        return new StayAccumulator<CustomerChurnResult>(new CustomerStays(Period, ActiveWithin, LogBeginning.Of(schema), observedUntil), stays => new CustomerChurnResult
        {
            Definition = this,
            AtStart = stays.AtStart,
            Lost = stays.AtStart - (CountsWonBack ? stays.AtEnd : stays.AtEnd - stays.WonBack),
            WonBack = stays.WonBack,
            IsOpen = stays.IsOpen,
            Unseen = stays.Unseen("Customer churn"),
        });
    }
}
