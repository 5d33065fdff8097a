using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.CustomerBase;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.CustomerBase;

public class CustomerBaseTests
{
    private static readonly Arbitrary<int[][]> Histories = Gen.Choose(0, 30).ArrayOf().Where(days => days.Length > 0).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<(int Start, int End)[]> Revenues =
        (from start in Gen.Choose(1, 500) from end in Gen.Choose(0, 700) select (start, end)).ArrayOf().Where(customers => customers.Length > 1).ToArbitrary();

    [Fact]
    public void Day_zero_is_everybody_and_wider_brackets_hold_more() =>
        Prop.ForAll(Histories, histories =>
        {
            ActivityDays days = ActivityDays.Create(histories);
            ShareSample first = days.Within(0, 0, 30), narrow = days.Within(3, 5, 20), wide = days.Within(2, 5, 20), open = days.OnOrAfter(5, 20), exact = days.Within(5, 5, 20);
            return first.Hits == histories.Length && first.Total == histories.Length && narrow.Hits <= wide.Hits && narrow.Total == wide.Total && exact.Hits <= open.Hits && exact.Total == open.Total;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bracket_of_one_day_is_the_retention_analysis_by_day() =>
        Prop.ForAll(Histories.Filter(histories => histories.Length > 0), histories =>
        {
            DateTimeOffset origin = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
            JourneyLog log = JourneyLog.From(histories.SelectMany((days, customer) => days.Select(day => new JourneyEvent { Customer = $"c{customer}", Event = "seen", At = origin.AddDays(day) })));
            RetentionResult result = log.Measure(new Retention(CalendarUnit.Day) { Periods = 9, ObservedUntil = origin.AddDays(31) });
            return Enumerable.Range(1, 9).All(day =>
            {
                ShareSample share = ActivityDays.Create(histories).Within(day, day, 30);
                return result.Pooled[day]?.Value == share.Value && (result.Pooled[day]?.N ?? 0) == share.Total;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lifecycle_counts_fit_together() =>
        Prop.ForAll(Histories, histories =>
        {
            IReadOnlyList<LifecyclePeriod> periods = ActivityDays.Create(histories).Lifecycle(5, 7);
            return periods.Sum(period => period.New) == histories.Length
                && periods.All(period => period.Active == histories.Count(days => days.Any(day => day / 5 == period.Period)))
                && periods.Zip(periods.Skip(1)).All(pair => pair.Second.Dormant == pair.First.Active - pair.Second.Returning);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lifecycle_of_one_customer_tells_the_story()
    {
        // Active before the first period, in periods 0 and 1, silent in 2, back in 3.
        IReadOnlyList<LifecyclePeriod> periods = ActivityDays.Create([[-3, 2, 9, 30]]).Lifecycle(7, 5);
        Assert.Equal([0, 0, 0, 0, 0], periods.Select(period => period.New));
        Assert.Equal([1, 1, 0, 0, 0], periods.Select(period => period.Returning));
        Assert.Equal([0, 0, 0, 0, 1], periods.Select(period => period.Resurrected));
        Assert.Equal([0, 0, 1, 0, 0], periods.Select(period => period.Dormant));
        Assert.Null(periods[0].QuickRatio);
        Assert.Equal(0, periods[2].QuickRatio);
    }

    [Fact]
    public void Stickiness_is_the_mean_share_of_days() =>
        Prop.ForAll(Histories, histories =>
        {
            ActiveDayShare week = ActivityDays.Create(histories).ActiveDayShareOver(7, 20);
            int[] active = [.. histories.Select(days => days.Distinct().Count(day => day is >= 14 and <= 20)).Where(days => days > 0)];
            return week.Active == active.Length && Math.Abs(week.MeanDailyActive - active.Sum() / 7.0) < 1e-12
                && week.ActiveDays == active.Sum()
                && (active.Length == 0 ? week.Value is null : Math.Abs(week.Value!.Value - active.Average() / 7) < 1e-12)
                && IsInterval(MeanSample.Of([.. active.Select(days => days / 7.0)]).Estimate(0.9), week.Sample.Estimate(0.9));
        }).QuickCheckThrowOnFailure();

    // The share of days is a mean over customers, cut at 0 and 1.
    private static bool IsInterval(Estimate? mean, Estimate? share) => mean is null ? share is null
        : Math.Abs(share!.Lower - Math.Max(0, mean.Lower)) < 1e-12 && Math.Abs(share.Upper - Math.Min(1, mean.Upper)) < 1e-12;

    [Fact]
    public void Churn_compounds_and_comes_apart_again()
    {
        Near.Equal(0.45963991233736334, ChurnRate.Over(0.05, 12), 1e-14);
        Near.Equal(0.05, ChurnRate.PerPeriod(ChurnRate.Over(0.05, 12), 12), 1e-14);
        Near.Equal(12e-15, ChurnRate.Over(1e-15, 12), 1e-12);
        Assert.Equal((0, 1, 0), (ChurnRate.Over(0.3, 0), ChurnRate.Over(1, 3), ChurnRate.Over(1, 0)));
        Assert.Equal(20, ChurnRate.ExpectedLifetime(0.05));
        Assert.Null(ChurnRate.ExpectedLifetime(0));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => ChurnRate.Over(1.2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => ChurnRate.PerPeriod(0.2, 0));
    }

    [Fact]
    public void Revenue_adds_up_and_does_not_know_currencies() =>
        Prop.ForAll(Revenues, customers =>
        {
            double[] start = [.. customers.Select(customer => (double)customer.Start)], end = [.. customers.Select(customer => (double)customer.End)];
            RetainedRevenue result = RetainedRevenue.Of(start, end)!, other = RetainedRevenue.Of([.. start.Select(value => 4 * value)], [.. end.Select(value => 4 * value)])!;
            return result.Gross <= 1 && result.Gross <= result.Net && result.Net == other.Net && result.NetEstimate == other.NetEstimate && result.Logos == other.Logos
                && Math.Abs(start.Sum() + result.Expansion - result.Contraction - result.ChurnedRevenue - end.Sum()) < 1e-9
                && result.GrossEstimate!.Lower <= result.Gross && result.GrossEstimate.Upper is <= 1 && result.GrossEstimate.Upper >= result.Gross;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Net_retention_of_equal_customers_has_the_interval_of_a_mean()
    {
        double[] end = [80, 120, 0, 100, 140, 95];
        Estimate mean = MeanSample.Of(end).Estimate(0.9)!, net = RetainedRevenue.Of([100, 100, 100, 100, 100, 100], end, 0.9)!.NetEstimate!;
        Near.Equal(mean.Lower / 100, net.Lower, 1e-12);
        Near.Equal(mean.Upper / 100, net.Upper, 1e-12);
    }

    [Fact]
    public void Delta_method_covers_as_often_as_it_says()
    {
        Random random = new(20261126);
        int covered = 0;
        const int Runs = 1500, Customers = 60;
        double[] start = new double[Customers], end = new double[Customers];
        for (int run = 0; run < Runs; run++)
        {
            for (int i = 0; i < Customers; i++)
            {
                start[i] = 50 + 100 * random.NextDouble();
                end[i] = start[i] * 1.8 * random.NextDouble();
            }

            if (!RetainedRevenue.Of(start, end)!.NetEstimate!.Excludes(0.9)) covered++;
        }

        Assert.InRange(covered / (double)Runs, 0.93, 0.97);
    }

    [Fact]
    public void Undefined_is_null()
    {
        Assert.Null(RetainedRevenue.Of([], []));
        Assert.Null(RetainedRevenue.Of([5], [4])!.NetEstimate);
        ActivityDays nobody = ActivityDays.Create([[]]);
        Assert.Equal(0, nobody.Customers);
        Assert.Null(nobody.Within(1, 2, 100).Value);
        Assert.Null(nobody.ActiveDayShareOver(7, 7).Value);
        Assert.Null(ActivityDays.Create([[5]]).OnOrAfter(3, 7).Value);
    }

    [Fact]
    public void Bad_input_is_told()
    {
        Assert.Contains("new customers do not count", Assert.Throws<ArgumentOutOfRangeException>("starting", () => RetainedRevenue.Of([0], [4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("ending", () => RetainedRevenue.Of([3], [-1]));
        Assert.Throws<ArgumentException>("ending", () => RetainedRevenue.Of([3], []));
        Assert.Throws<ArgumentException>("daysByCustomer", () => ActivityDays.Create([null!]));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => ActivityDays.Create([[1]]).Within(3, 2, 9));
        Assert.Throws<ArgumentOutOfRangeException>("periodLength", () => ActivityDays.Create([[1]]).Lifecycle(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("windowDays", () => ActivityDays.Create([[1]]).ActiveDayShareOver(0, 2));
    }
}
