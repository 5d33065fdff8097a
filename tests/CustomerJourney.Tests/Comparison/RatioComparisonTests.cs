using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Statistics;

namespace CustomerJourney.Tests.Comparison;

/// <summary>Figures about customers and money between two groups: apart, the same people, and some of them on both sides.</summary>
public class RatioComparisonTests
{
    private static readonly AverageOrderValue Value = new();
    private static readonly RatioMetric PerPage = new(CustomerQuantity.EventCount("paid"), CustomerQuantity.EventCount("page"));

    public static TheoryData<string, Analysis> Questions => new()
    {
        { "order value", Value },
        { "order value by channel", Value.By(Dimension.Channel) },
        { "revenue per paying customer", new Revenue() },
        { "revenue per customer", new RevenuePerCustomer(CustomersCounted.Active) },
        { "purchase frequency", new PurchaseFrequency() },
        { "ratio", PerPage },
        { "ratio by plan", PerPage.By(Dimension.Attribute("plan")) },
        { "ratio by stage", PerPage.By(Dimension.Stage) },
        { "repeat rate", new RepeatRate { EventName = "paid" } },
    };

    [Fact]
    public void Customers_apart_are_compared_as_two_samples()
    {
        StagedLog before = Staged(Shoppers(new Random(1), "a", 60, 0, 30)), after = Staged(Shoppers(new Random(2), "b", 50, 0, 40));
        JourneyComparison comparison = JourneyComparison.Between(before, after, new() { Measures = [Value, PerPage] });
        AverageOrderValueResult one = before.Measure(Value), other = after.Measure(Value);
        SampleDifference expected = SampleDifference.Between(one.Sample, other.Sample, 0.95);
        Difference row = comparison.Of(Value);
        Assert.Equal((expected.Change, expected.Test!.PValue, expected.Effect, "EUR"), (row.Change, row.Test!.PValue, row.Effect, row.Unit));
        Assert.Equal((one.Estimate, other.Estimate), (row.Baseline, row.Candidate));
        Assert.Equal("delta method, Welch t", row.Change!.Method);
        Assert.Contains(" EUR", row.Verdict, StringComparison.Ordinal);
        Assert.Equal(before.Measure(PerPage).Estimate, comparison.Of(PerPage).Baseline);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Customers_on_both_sides_are_compared_with_themselves(string name, Analysis question)
    {
        // Some customers are seen in spring only, some in autumn only, most in both.
        JourneyEvent[] events = [.. Shoppers(new Random(3), "a", 50, 0, 30), .. Shoppers(new Random(4), "a", 40, 183, 33), .. Shoppers(new Random(5), "b", 9, 183, 30)];
        (StagedLog before, StagedLog after) = SurveyLog.Seasons(events);
        JourneyComparison comparison = JourneyComparison.Between(before, after, new() { Measures = [question] });
        Assert.Equal(40, comparison.SharedCustomers);
        Assert.NotEmpty(comparison.Differences);
        foreach (Difference row in comparison.Differences.Where(row => row.Baseline is not null && row.Candidate is not null))
        {
            // The same by asking each customer alone, with logs of one customer.
            string[] customers = [.. before.CustomerIds.Union(after.CustomerIds)];
            ClusterContribution[] clusters = [.. customers.Select(customer => Contribution(Alone(before, customer, question, row.Group), Alone(after, customer, question, row.Group)))];
            Sample one = Of(before, question, row.Group)!, other = Of(after, question, row.Group)!;
            SampleDifference expected = SampleDifference.Clustered(one, other, clusters, 0.95);
            Assert.Equal((name, expected.Change, expected.Test?.PValue), (name, row.Change, row.Test?.PValue));
            Assert.Equal(one.Estimate(0.95), row.Baseline);
        }
    }

    [Fact]
    public void The_same_customers_with_one_more_euro_each_are_shown_to_differ_where_two_samples_would_not()
    {
        JourneyEvent[] spring = [.. Enumerable.Range(0, 40).Select(index => Paid($"c{index:D2}", SurveyLog.Spring, 10 + 3 * index + (index % 3)))];
        JourneyEvent[] autumn = [.. spring.Select((one, index) => one with { At = SurveyLog.Autumn, Value = one.Value + 1 + (index % 2) })];
        (StagedLog before, StagedLog after) = SurveyLog.Seasons([.. spring, .. autumn]);
        Difference row = JourneyComparison.Between(before, after, new() { Measures = [Value] }).Of(Value);
        TwoSampleResult paired = MeanDifference.Paired([.. spring.Select(one => (double)one.Value!)], [.. autumn.Select(one => (double)one.Value!)])!;
        Near.Equal(paired.Test!.PValue, row.Test!.PValue, 1e-9);
        Near.Equal(paired.Change.Lower, row.Change!.Lower, 1e-9);
        Assert.True(row.IsShown);
        Assert.True(SampleDifference.Between(before.Measure(Value).Sample, after.Measure(Value).Sample, 0.95).Test!.PValue > 0.5);
    }

    [Fact]
    public void Retention_of_revenue_and_stickiness_take_part()
    {
        TimeRange first = new(SurveyLog.Spring, SurveyLog.Spring.AddDays(30)), second = new(first.End, first.End.AddDays(30));
        RevenueRetention retention = new(first, second) { ObservedUntil = SurveyLog.Autumn };
        Stickiness stickiness = new(DateOnly.FromDateTime(first.End.UtcDateTime), 28) { ObservedUntil = SurveyLog.Autumn };
        CustomerLifecycle lifecycle = new(CalendarUnit.Month) { ObservedUntil = SurveyLog.Spring.AddMonths(2) };
        CustomerChurn churn = new(new TimeRange(first.End, second.End)) { ObservedUntil = SurveyLog.Autumn };
        StagedLog log = Staged([.. Shoppers(new Random(6), "a", 80, 0, 30)]);
        StagedLog some = log.WithoutCustomers(log.CustomerIds.Where((_, index) => index % 2 == 0)), others = log.WithoutCustomers(log.CustomerIds.Where((_, index) => index % 2 == 1));
        foreach ((StagedLog left, StagedLog right) in ((StagedLog, StagedLog)[])[(some, others), (log, others), (log, log)])
        {
            JourneyComparison comparison = JourneyComparison.Between(left, right, new() { Measures = [retention, stickiness, lifecycle, churn] });
            Assert.Equal(
                ["Net revenue retention", "Gross revenue retention", "Logo retention", "Stickiness", "Quick ratio", "Returning of those active before", "Customer churn"],
                comparison.Differences.Select(row => row.Measure));
            Assert.Equal(left.Measure(retention).Estimate, comparison.Of(retention).Baseline);
            Assert.Equal(right.Measure(stickiness).Estimate, comparison.Of(stickiness).Candidate);
            Assert.Equal(right.Measure(lifecycle).Estimate, comparison.Of(lifecycle).Candidate);
            Assert.Equal("percentage points", comparison.Of(retention).Unit);
            // With itself nothing differs, and there is nothing to test.
            if (left == right) Assert.All(comparison.Differences, row => Assert.Null(row.Test));
            else Assert.All(comparison.Differences.Take(4), row => Assert.NotNull(row.Test));
        }
    }

    [Fact]
    public void Euros_are_not_compared_with_dollars()
    {
        StagedLog euros = Staged([.. Enumerable.Range(0, 5).Select(index => Paid($"a{index}", SurveyLog.Spring, 10 + index))]);
        StagedLog dollars = Staged([.. Enumerable.Range(0, 5).Select(index => Paid($"b{index}", SurveyLog.Spring, 90 + index) with { Currency = "USD" })]);
        Difference row = Assert.Single(JourneyComparison.Between(euros, dollars, new() { Measures = [Value] }).Differences);
        Assert.Equal((null, null, "Average order value: the baseline is in EUR, the candidate in USD; measure both in one unit to compare them."), (row.Change, row.Test, row.Verdict));
        // A side of several currencies has no value at all, though each of its customers has one.
        StagedLog both = Staged([.. Enumerable.Range(0, 5).Select(index => Paid($"a{index}", SurveyLog.Spring, 90 + index) with { Currency = index > 2 ? "USD" : "EUR" })]);
        row = Assert.Single(JourneyComparison.Between(euros, both, new() { Measures = [Value] }).Differences);
        Assert.Equal((null, null, null), (row.Candidate, row.Change, row.Test));
    }

    private static JourneyEvent Paid(string customer, DateTimeOffset at, decimal amount) => SurveyLog.New(customer, "paid", at) with { Value = amount, Currency = "EUR", Channel = "web" };

    private static IEnumerable<JourneyEvent> Shoppers(Random random, string prefix, int customers, int day, int mean) => Enumerable.Range(0, customers).SelectMany(index =>
    {
        Dictionary<string, string> plan = new() { ["plan"] = index % 3 == 0 ? "gold" : "free" };
        DateTimeOffset at = SurveyLog.Spring.AddDays(day);
        return Enumerable.Range(0, 2 + random.Next(6)).SelectMany(visit =>
        {
            at = at.AddHours(1 + random.Next(200));
            JourneyEvent page = SurveyLog.New($"{prefix}{index:D3}", "page", at) with { CustomerAttributes = plan };
            return random.Next(2) == 0 ? (JourneyEvent[])[page] : [page, Paid(page.Customer, at.AddMinutes(5), random.Next(2 * mean) + index % 7) with { CustomerAttributes = plan, Channel = random.Next(2) == 0 ? "web" : "shop" }];
        });
    });

    private static StagedLog Staged(IEnumerable<JourneyEvent> events) => SurveyLog.Map.Classify(JourneyLog.From(events));

    private static ClusterContribution Contribution(Sample? before, Sample? after) => new(Sum(before), before?.Count ?? 0, Sum(after), after?.Count ?? 0)
    {
        BaselineDenominator = Below(before),
        CandidateDenominator = Below(after),
    };

    private static double Sum(Sample? sample) => sample switch { null => 0, RatioSample ratio => ratio.Numerator, MeanSample mean => mean.Sum, ShareSample share => share.Hits, _ => throw new NotSupportedException() };

    private static double Below(Sample? sample) => sample is RatioSample ratio ? ratio.Denominator : sample?.Count ?? 0;

    private static Sample? Alone(StagedLog log, string customer, Analysis question, string? group) =>
        log.CustomerIds.Contains(customer) ? Of(log.WithoutCustomers(log.CustomerIds.Where(other => other != customer)), question, group) : null;

    private static Sample? Of(StagedLog log, Analysis question, string? group) => log.Measure([question]).Of(question) switch
    {
        IComparableResult single => single.Figures[0].Sample,
        Breakdown<AverageOrderValueResult> rows => rows.TryGet(group!, out AverageOrderValueResult? result) ? result.Sample : null,
        Breakdown<RatioMetricResult> rows => rows.TryGet(group!, out RatioMetricResult? result) ? result.Sample : null,
        _ => throw new NotSupportedException(),
    };
}
