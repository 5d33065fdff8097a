using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// Customer retention rate (CRR) of a period: of those who were customers at its start, the share who are customers at its end. Churn is the rest.
/// Whoever had an event within <see cref="ActiveWithin"/> before a date was a customer on that date; an event at the very instant comes after it.
/// </summary>
/// <remarks>
/// CRR = (E − N) / S with S customers at the start, E at the end and N of these new: the same set of customers stands above and below the line.
/// A customer who fell silent inside the period and came back before its end counts as kept, unless <see cref="CountsWonBack"/> says otherwise. Wilson interval on E − N of S.
/// A period that was not observed to its end has no rate yet: it is open, not 0.
/// </remarks>
public sealed record CustomerRetention : Analysis<ShareResult>, IDefinedByTerms
{
    /// <summary>Asks about a period.</summary>
    /// <param name="period">The period, half-open: events at its end instant are after it.</param>
    public CustomerRetention(TimeRange period) => Period = period;

    /// <summary>The period.</summary>
    public TimeRange Period { get; }

    /// <summary>How long after an event its customer still counts as a customer; 30 days by default, more than zero.</summary>
    public TimeSpan ActiveWithin
    {
        get;
        init => field = Given.AboveZero(value);
    } = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether customers count as kept who were none for some time inside the period, silent for longer than <see cref="ActiveWithin"/>, and customers again at its end; true by default.
    /// How many there are is told either way.
    /// </summary>
    public bool CountsWonBack { get; init; } = true;

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
        MetricTerms.Level(Level),
    ];

    /// <summary>The rate from counts that were taken elsewhere.</summary>
    /// <param name="customersAtStart">S, the customers at the start.</param>
    /// <param name="customersAtEnd">E, the customers at the end, new ones included.</param>
    /// <param name="newCustomers">N, those of them who were won in the period.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The rate, 0…1, with its Wilson interval; <see langword="null"/> without customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, N is more than E, or E − N is more than S.</exception>
    public static Estimate? FromCounts(long customersAtStart, long customersAtEnd, long newCustomers, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customersAtStart);
        ArgumentOutOfRangeException.ThrowIfNegative(customersAtEnd);
        ArgumentOutOfRangeException.ThrowIfNegative(newCustomers);
        if (newCustomers > customersAtEnd)
            throw new ArgumentOutOfRangeException(nameof(newCustomers), newCustomers, $"Of {customersAtEnd} customers at the end no more can be new: count only new customers who are still customers at the end.");
        if (customersAtEnd - newCustomers > customersAtStart)
            throw new ArgumentOutOfRangeException(
                nameof(customersAtEnd), customersAtEnd, $"Without {newCustomers} new ones that leaves {customersAtEnd - newCustomers} kept of {customersAtStart} at the start: count all who came in the period as new.");
        return ProportionInterval.Wilson(customersAtEnd - newCustomers, customersAtStart, level);
    }

    /// <inheritdoc/>
    public override Accumulator<ShareResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        long observedUntil = schema.ObservedTicks(ObservedUntil);
        return new StayAccumulator<ShareResult>(new CustomerStays(Period, ActiveWithin, LogBeginning.Of(schema), observedUntil), stays => new ShareResult
        {
            Definition = this,
            Name = "Customer retention",
            Level = Level,
            Hits = CountsWonBack ? stays.AtEnd : stays.AtEnd - stays.WonBack,
            Total = stays.AtStart,
            IsOpen = stays.IsOpen,
            FurtherCounts = [new("Won back", stays.WonBack)],
            Unseen = stays.Unseen("Customer retention"),
            NoCustomers = CustomerStays.NoCustomers,
        });
    }
}
