using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// What became of the revenue of those who paid in a first span of time: net and gross revenue retention (NRR, GRR), expansion, contraction and churned revenue in a second span.
/// The same customers stand above and below every line; revenue of new customers never enters.
/// </summary>
/// <remarks>
/// With sᵢ the revenue of customer i in the first span and eᵢ in the second: NRR = Σe/Σs, GRR = Σmin(s, e)/Σs, over customers with sᵢ above 0. Intervals by the delta method over customers with
/// Student's t, as <see cref="Statistics.CustomerBase.RetainedRevenue"/> has them, which does the same for revenues that are at hand. Revenue of a customer in a span is the sum of their amounts; where refunds are
/// subtracted and more was refunded than paid, it counts as 0. A second span that was not observed to its end has no retention yet. Take spans of equal length: months differ by up to a tenth.
/// </remarks>
public sealed record RevenueRetention : Analysis<RevenueRetentionResult>, IDefinedByTerms
{
    /// <summary>Asks about two spans of time.</summary>
    /// <param name="start">The first span, not empty.</param>
    /// <param name="end">The second span, not empty; it begins no earlier than the first one ends.</param>
    /// <exception cref="ArgumentException">A span is empty, or they overlap.</exception>
    public RevenueRetention(TimeRange start, TimeRange end)
    {
        if (start.Length == TimeSpan.Zero) throw new ArgumentException($"The first span, {start}, is empty: give one in which customers could pay.", nameof(start));
        if (end.Length == TimeSpan.Zero) throw new ArgumentException($"The second span, {end}, is empty: give one in which customers could pay.", nameof(end));
        if (end.Start < start.End) throw new ArgumentException($"The second span, {end}, begins before the first one, {start}, ends: the same payment would stand above and below the line.", nameof(end));
        Start = start;
        End = end;
    }

    /// <summary>The span whose revenue stands below the line.</summary>
    public TimeRange Start { get; }

    /// <summary>The span whose revenue stands above the line.</summary>
    public TimeRange End { get; }

    /// <summary>The name of the events whose amounts count; <see langword="null"/>, the default, for every event that carries an amount.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The currency whose amounts count, the empty text for amounts that name none; <see langword="null"/>, the default, for the only one there is: with several there is no value.</summary>
    public string? Currency { get; init; }

    /// <summary>What amounts below zero mean; they are subtracted by default.</summary>
    public RefundRule Refunds
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event: a second span that ends after it is open.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("start", Start.ToString()), new("end", End.ToString()),
        MetricTerms.Amounts(EventName), MetricTerms.Currency(Currency), MetricTerms.Refunds(Refunds), MetricTerms.Level(Level),
    ];

    /// <summary>Asks about the edges of a period: the revenue of so long a time before its start, and of as long a time before its end.</summary>
    /// <param name="period">The period, at least as long as <paramref name="window"/>.</param>
    /// <param name="window">The length of both spans, above zero: 30 days for revenue of a month.</param>
    /// <exception cref="ArgumentException">The window is longer than the period, not above zero, or reaches back before the year 1.</exception>
    public static RevenueRetention Across(TimeRange period, TimeSpan window)
    {
        if (window <= TimeSpan.Zero || window > period.Length || window.Ticks > period.Start.UtcTicks)
            throw new ArgumentException($"The window, {window}, is not above zero and at most as long as the period, {period.Length}: shorten it.", nameof(window));
        return new RevenueRetention(new TimeRange(period.Start - window, period.Start), new TimeRange(period.End - window, period.End));
    }

    /// <inheritdoc/>
    public override Accumulator<RevenueRetentionResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new RevenueRetentionAccumulator(this, schema);
    }
}
