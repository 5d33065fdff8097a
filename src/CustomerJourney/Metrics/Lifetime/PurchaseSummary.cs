using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>
/// What the models of repeat buying need of every customer: x repeat purchases, the last of them t_x after the first purchase, watched for T. Customers with the same numbers are counted together,
/// so that a million of them are fitted fast. The value is the share of customers who came back.
/// </summary>
/// <remarks>
/// <para>Purchases of one day (or week, see <see cref="MergeBy"/>) are one transaction; the first transaction is left out of x and of the mean value, since having made it is what makes a customer. Times
/// are whole days between transactions, divided by the length of <see cref="Unit"/>. T runs to the last day that counts: that before <see cref="PurchaseMetric{TResult}.AsOf"/>, else the last day of the log.</para>
/// <para>Refunds, negative amounts, are no purchases: they are left out and counted.</para>
/// <para>Keeps one entry for each different (x, t_x, day of the first purchase), and one for each different (x, value) of those who came back.</para>
/// <para>P. S. Fader, B. G. S. Hardie &amp; K. L. Lee, Marketing Science 24 (2005); brucehardie.com notes 004 and 025.</para>
/// </remarks>
public sealed record PurchaseSummary : PurchaseMetric<PurchaseSummaryResult>
{
    /// <summary>The unit of time of t_x, T and of the parameters of models: <see cref="CalendarUnit.Week"/>, the default, or <see cref="CalendarUnit.Day"/>.</summary>
    public CalendarUnit Unit
    {
        get;
        init => field = Checked(value);
    } = CalendarUnit.Week;

    /// <summary>The calendar period within which purchases are one transaction: <see cref="CalendarUnit.Day"/>, the default, or <see cref="CalendarUnit.Week"/>.</summary>
    public CalendarUnit MergeBy
    {
        get;
        init => field = Checked(value);
    } = CalendarUnit.Day;

    /// <summary>The calendar that says where days begin; UTC by default.</summary>
    public ReportingCalendar Calendar
    {
        get;
        init => field = Given.NotNull(value);
    } = ReportingCalendar.Utc;

    internal double DaysPerUnit => Unit == CalendarUnit.Week ? 7 : 1;

    /// <inheritdoc/>
    public override Accumulator<PurchaseSummaryResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new PurchaseSummaryAccumulator(this, schema, LastCounted(schema));
    }

    /// <summary>The last instant that counts, in UTC ticks, as far as a log knows.</summary>
    internal long LastInstant(LogSchema schema) => LastCounted(schema);

    private protected override IEnumerable<MetricTerm> OwnTerms()
    {
        yield return new("transactions", $"purchases of one {Name(MergeBy)}");
        yield return new("unit of time", Name(Unit));
        yield return new("time zone", Calendar.TimeZone.Id);
        if (MergeBy == CalendarUnit.Week) yield return new("first day of the week", Calendar.FirstDayOfWeek.ToString());
    }

    private static string Name(CalendarUnit unit) => unit == CalendarUnit.Week ? "week" : "day";

    private static CalendarUnit Checked(CalendarUnit unit) => unit is CalendarUnit.Day or CalendarUnit.Week ? unit
        : throw new ArgumentOutOfRangeException(nameof(unit), unit, "Months, quarters and years are not of one length: use days or weeks.");
}
