using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What questions after purchases share: which events are purchases, in which currency, until when.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
public abstract record PurchaseMetric<TResult> : Analysis<TResult>, IDefinedByTerms
{
    private protected PurchaseMetric()
    {
    }

    /// <summary>The event that is a purchase, compared ordinally, with an amount or without; <see langword="null"/> where every event that carries an amount is one.</summary>
    public string? Event
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>
    /// The currency that counts, the empty text for amounts that name none; purchases in others are left out. <see langword="null"/> for the only currency of the purchases: where there are several,
    /// there is no value. Amounts without a named currency are a currency of their own.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The instant before which purchases count; <see langword="null"/> for all of the log. Set to the end of calibration, it leaves the rest for validation.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("purchases", Event ?? "events with an amount"),
        MetricTerms.Currency(Currency),
        new("as of", AsOf?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "the end of the log"),
        .. OwnTerms(),
        new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    private protected abstract IEnumerable<MetricTerm> OwnTerms();

    /// <summary>The last instant that counts, in UTC ticks.</summary>
    private protected long LastCounted(LogSchema schema) => AsOf is { } asOf ? asOf.UtcTicks - 1 : (schema.ObservedUntil?.UtcTicks ?? 1) - 1;
}
