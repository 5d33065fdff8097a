using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What metrics of single amounts share: which events, which currency, what refunds mean, and a confidence level.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>Every amount counts, so <see cref="EventMetric{TResult}.Counting"/> stays <see cref="AnswerCounting.All"/>; intervals are over customers, whose amounts are alike.</remarks>
public abstract record MoneyMetric<TResult> : EventMetric<TResult>
{
    private protected MoneyMetric(RefundRule refunds) => Refunds = refunds;

    /// <summary>The name of the events whose amounts count; <see langword="null"/>, the default, for every event that carries an amount.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The currency whose amounts count, the empty text for amounts that name none; <see langword="null"/>, the default, for the only one there is: with several there is no value.</summary>
    public string? Currency { get; init; }

    /// <summary>What amounts below zero mean.</summary>
    public RefundRule Refunds
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    public sealed override EventSelection Reads => EventName is null ? EventSelection.WithValue : EventSelection.All;

    /// <summary>Whether each amount is kept.</summary>
    internal abstract bool KeepsAmounts { get; }

    internal IReadOnlyList<MetricTerm> Terms => [MetricTerms.Amounts(EventName), MetricTerms.Currency(Currency), MetricTerms.Refunds(Refunds), MetricTerms.Level(Level)];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Events are known by their name, which only a log can tell: measure a log.</exception>
    public sealed override Tally<TResult> CreateTally() => NamedEvents.WithoutLog(EventName, this, CreateTally);

    internal sealed override Tally<TResult> CreateTally(LogSchema schema)
    {
        NamedEvents.RequireAll(Counting, this);
        return new MoneyTally<TResult>(new MoneyCounts(new MoneyReading(Currency, Refunds), EventName, schema, KeepsAmounts), ToResult);
    }

    internal abstract TResult ToResult(MoneyCounts counts);
}
