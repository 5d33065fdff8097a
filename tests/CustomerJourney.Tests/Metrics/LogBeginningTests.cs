using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Questions that look back to a time before the log began: what came before is not known, and figures say so.</summary>
public class LogBeginningTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Forty customers who pay and come every day for ninety days, from New Year on.
    private static readonly JourneyEvent[] Events =
    [
        .. Enumerable.Range(0, 40).SelectMany(customer => Enumerable.Range(0, 90).Select(day => new JourneyEvent { Customer = $"c{customer}", Event = "order", At = NewYear.AddDays(day), Value = 10, Currency = "EUR" })),
    ];

    private static readonly JourneyLog Log = JourneyLog.From(Events);

    [Fact]
    public void Customers_of_the_start_who_cannot_have_been_seen_are_told()
    {
        TimeRange early = Span(5, 35), late = Span(30, 60);
        MetricWarning kept = Warned(Log.Measure(new CustomerRetention(early)))!;
        Assert.StartsWith("Customer retention looks back to 2025-12-07T00:00:00Z, and the first event of the log is of 2026-01-01T00:00:00Z: who was a customer", kept.Message, StringComparison.Ordinal);
        Assert.StartsWith("Customer churn looks back", Warned(Log.Measure(new CustomerChurn(early)))!.Message, StringComparison.Ordinal);
        Assert.Null(Warned(Log.Measure(new CustomerRetention(late))));
        Assert.Null(Warned(Log.Measure(new CustomerChurn(late))));
        // A tenth of the time that is looked back is nothing to speak of.
        Assert.Null(Warned(Log.Measure(new CustomerRetention(Span(27, 57)))));
        Assert.NotNull(Warned(Log.Measure(new CustomerRetention(Span(26, 57)))));
    }

    [Fact]
    public void A_period_that_begins_with_the_log_has_nobody_at_its_start_and_says_why()
    {
        foreach (MetricResult result in (MetricResult[])[Log.Measure(new CustomerRetention(Span(0, 30))), Log.Measure(new CustomerChurn(Span(0, 30)))])
        {
            Assert.Equal(NoValueReason.NoData, result.WhyNoValue!.Reason);
            Assert.StartsWith("There were no customers at the start of the period. Customer ", result.WhyNoValue.Message, StringComparison.Ordinal);
            Assert.EndsWith("Ask about a later period.", result.WhyNoValue.Message, StringComparison.Ordinal);
            Assert.Null(Warned(result));
        }
    }

    [Fact]
    public void Revenue_that_cannot_have_been_seen_is_told()
    {
        RevenueRetentionResult half = Log.Measure(new RevenueRetention(Span(-15, 15), Span(15, 45)));
        Assert.Equal(2, half.Net);
        Assert.Contains("makes retention look better than it is", Warned(half)!.Message, StringComparison.Ordinal);
        Assert.Null(Warned(Log.Measure(new RevenueRetention(Span(0, 30), Span(30, 60)))));
        // Nothing at all of the first span was seen, so that nothing looks better than it is: there is no value, and the reason says why.
        RevenueRetentionResult none = Log.Measure(new RevenueRetention(Span(-40, -10), Span(0, 30)));
        Assert.Equal((null, NoValueReason.ZeroBase), (none.Net, none.WhyNoValue!.Reason));
        Assert.Contains("the first event of the log is of 2026-01-01T00:00:00Z", none.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.EndsWith("Ask about a later span.", none.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("better than it is", none.WhyNoValue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_before_the_log_are_told_where_they_count_as_quiet()
    {
        StickinessResult early = Log.Measure(new Stickiness(new DateOnly(2026, 1, 14), 28));
        Assert.Equal(0.5, early.Value);
        Assert.Contains("days without anybody", Warned(early)!.Message, StringComparison.Ordinal);
        Assert.Null(Warned(Log.Measure(new Stickiness(new DateOnly(2026, 1, 28), 28))));
    }

    [Fact]
    public void The_beginning_of_the_whole_is_that_of_the_earliest_part()
    {
        CustomerRetention question = new(Span(30, 60));
        JourneyLog late = JourneyLog.From(Events.Where(one => one.Customer == "c1" && one.At >= NewYear.AddDays(20)));
        PartialResult<ShareResult> part = late.MeasurePart(question);
        Assert.NotNull(Warned(part.ToResult()));
        PartialResult<ShareResult> empty = JourneyLog.From([]).MeasurePart(question);
        PartialResult<ShareResult> whole = empty.Merge(part).Merge(Log.MeasurePart(question));
        Assert.Null(Warned(whole.ToResult()));
        Assert.Null(Warned(PartialResult<ShareResult>.FromBytes(question, whole.ToBytes()).ToResult()));
        Assert.NotNull(Warned(PartialResult<ShareResult>.FromBytes(question, part.Merge(empty).ToBytes()).ToResult()));
        for (int seed = 0; seed < 10; seed++)
        {
            Parts.Same(Events, new CustomerRetention(Span(5, 35)), seed);
            Parts.Same(Events, new CustomerChurn(Span(5, 35)), seed);
            Parts.Same(Events, new RevenueRetention(Span(-15, 15), Span(15, 45)), seed);
            Parts.Same(Events, new Stickiness(new DateOnly(2026, 1, 14), 28), seed);
        }
    }

    private static TimeRange Span(int from, int to) => new(NewYear.AddDays(from), NewYear.AddDays(to));

    private static MetricWarning? Warned(MetricResult result) => result.Warnings.SingleOrDefault(warning => warning.Kind == MetricWarningKind.Assumption);
}
