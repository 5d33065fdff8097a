using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// The ratio of two quantities that each customer has: orders per visit, revenue per visit, events per active day. Both are added over customers before one is divided by the other.
/// </summary>
/// <remarks>
/// R = Σx/Σy with its error over customers, SE² = n/(n − 1)·Σ(x − R·y)²/(Σy)² (delta method; A. Deng, U. Knoblich &amp; J. Lu, "Applying the delta method in metric analytics", 2018), and Student's t
/// interval. The visits of one customer are alike, so an error over visits would be too small. Every customer with an event counts as one of n, also with 0 in both.
/// A visit that has no event of its own in the log is a customer in <c>log.BySession</c>.
/// </remarks>
public sealed record RatioMetric : EventMetric<RatioMetricResult>, IDefinedByTerms
{
    /// <summary>Asks for one quantity per another.</summary>
    /// <param name="numerator">What stands above the line.</param>
    /// <param name="denominator">What stands below it.</param>
    public RatioMetric(CustomerQuantity numerator, CustomerQuantity denominator)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>What stands above the line.</summary>
    public CustomerQuantity Numerator { get; }

    /// <summary>What stands below the line. A customer who got back more than they paid counts there with 0.</summary>
    public CustomerQuantity Denominator { get; }

    /// <summary>What the ratio is called in results, for example "Orders per visit"; <see langword="null"/> for a name made of both quantities.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Name
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

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    public override EventSelection Reads => EventSelection.All;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("numerator", Numerator.ToString()),
        new("denominator", Denominator.ToString()),
        .. HasMoney ? (MetricTerm[])[MetricTerms.Currency(Currency), MetricTerms.Refunds(Refunds)] : [],
        MetricTerms.Level(Level),
    ];

    internal bool HasMoney => Numerator.Kind == QuantityKind.Amounts || Denominator.Kind == QuantityKind.Amounts;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Events are known by their name, which only a log can tell: measure a log.</exception>
    public override Tally<RatioMetricResult> CreateTally() => NamedEvents.WithoutLog(Numerator.EventName ?? Denominator.EventName, this, CreateTally);

    internal override Tally<RatioMetricResult> CreateTally(LogSchema schema)
    {
        NamedEvents.RequireAll(Counting, this);
        return new RatioTally(this, schema);
    }
}
