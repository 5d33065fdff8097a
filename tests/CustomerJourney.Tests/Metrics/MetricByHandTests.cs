using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Figures worked out by hand, or with a few lines of Python, from the formulas and not with this library.</summary>
public class MetricByHandTests
{
    private static readonly ReportingCalendar Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), FirstDayOfWeek = DayOfWeek.Sunday };

    [Fact]
    public void Scores_and_shares()
    {
        Is(20, -3.8120418610968985, 41.54789091770068, Answers.Nps(24, 12, 14).Measure(new Nps()).Estimate, 1e-9);
        // Tango's limits by bisection of the test statistic.
        Is(30, -21.65921974903801, 67.52778879882567, Answers.Nps(5, 3, 2).Measure(new Nps()).Estimate, 1e-6);
        Is(3.0 / 7, 0.1582198552514697, 0.7495416354723428, Answers.Of(FeedbackKind.Csat, 5, 4, 4, 3, 3, 2, 1).Measure(new Csat()).Estimate, 1e-12);
    }

    /// <summary>Customers who answered +1 +1 −1, 0 +1, and −1: variance over customers 0.0856, below the 0.1611 of six independent answers, so six it is.</summary>
    [Fact]
    public void Several_answers_of_a_customer()
    {
        JourneyLog log = JourneyLog.From([Nps("a", 9, 0), Nps("a", 10, 1), Nps("a", 0, 2), Nps("b", 7, 0), Nps("b", 9, 1), Nps("c", 6, 0)]);
        NpsResult result = log.Measure(new Nps { Counting = AnswerCounting.All });
        Assert.Equal(0.08564814814814815, result.Clusters![0].Variance!.Value, 1e-15);
        Is(100.0 / 6, -43.93393618368225, 66.15615840590448, result.Estimate, 1e-9);

        static JourneyEvent Nps(string customer, double score, int hour) => Answers.One(customer, FeedbackKind.Nps, score, hour);
    }

    /// <summary>Weights 1, 2, 1: Kish's number is 16/6, and Wilson's interval is that of 4/3 of 8/3.</summary>
    [Fact]
    public void Weighted_answers()
    {
        double[] scores = [5, 1, 4];
        string[] weights = ["1", "2", "1"];
        CsatResult result = JourneyLog.From(scores.Select((score, index) => Answers.One($"c{index}", FeedbackKind.Csat, score, 0) with { CustomerAttributes = new Dictionary<string, string> { ["w"] = weights[index] } }))
            .Measure(new Csat { Weight = "w" });
        Assert.Equal((16.0 / 6, 3 / (16.0 / 6)), (result.Weighting!.EffectiveN!.Value, result.Weighting.DesignEffect!.Value));
        Is(0.5, 0.11585946558754834, 0.8841405344124517, result.Estimate, 1e-12);
    }

    /// <summary>10, 20 and 30 become 15, 10 and 0; the last customer of the first span got more back than they paid later, and a refund makes nobody a customer.</summary>
    [Fact]
    public void Revenue_that_was_kept()
    {
        JourneyLog log = Shop.Log(
            Shop.Paid("a", 0, 10), Shop.Paid("b", 0, 20), Shop.Paid("c", 0, 30), Shop.Paid("d", 0, -5), Shop.Paid("e", 0, 5), Shop.Paid("e", 1, -5),
            Shop.Paid("a", 10, 15), Shop.Paid("b", 10, 10), Shop.Paid("c", 10, 4), Shop.Paid("c", 11, -9), Shop.Paid("d", 11, 100), Shop.Paid("f", 20, 1));
        RevenueRetentionResult result = log.Measure(new RevenueRetention(new(Shop.Start, Shop.Start.AddDays(5)), new(Shop.Start.AddDays(10), Shop.Start.AddDays(15))));
        Assert.Equal((3L, 2L, 1L, 1L, 1L), (result.Customers, result.Kept, result.Expanded, result.Contracted, result.NewCustomers));
        Assert.Equal((60, 25, 5, 10, 30), (result.StartingRevenue, result.EndingRevenue, result.Expansion, result.Contraction, result.ChurnedRevenue));
        Is(25.0 / 60, 0, 1.8767947849212978, result.Estimate, 1e-9);
        Is(20.0 / 60, 0, 1, result.GrossEstimate, 1e-9);
        Assert.Equal(0.33935532563529486, result.NetSample.Ratio!.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Orders_less_refunds() => Is(
        12.75, -11.104816781871268, 36.604816781871264,
        Shop.Log(Shop.Paid("a", 0, 10), Shop.Paid("a", 1, 30), Shop.Paid("b", 0, 5), Shop.Paid("b", 1, -2), Shop.Paid("c", 0, 8)).Measure(new AverageOrderValue { Refunds = RefundRule.Subtract }).Estimate, 1e-9);

    /// <summary>On 29 March 2026, a Sunday, Berlin's clocks go forward: the day lasts from 23:00 to 22:00 in UTC, and a week from Sunday begins with it.</summary>
    [Fact]
    public void Days_and_weeks_where_the_clocks_go_forward()
    {
        DateTimeOffset saturday = new(2026, 3, 28, 0, 0, 0, TimeSpan.Zero);
        JourneyLog log = JourneyLog.From([At("a", 22.5), At("a", 23.5), At("a", 45.5), At("a", 46.5), At("b", 22.5)]);
        Assert.Equal(4.0 / 2, log.Measure(new RatioMetric(CustomerQuantity.ActiveDays(null, Berlin), CustomerQuantity.Customers)).Value);
        Stickiness window = new(new DateOnly(2026, 3, 30), 3) { Calendar = Berlin, ObservedUntil = saturday.AddHours(70) };
        Assert.Equal(4.0 / 6, log.Measure(window).Value!.Value, 1e-15);
        Assert.Equal(NoValueReason.StillOpen, log.Measure(window with { ObservedUntil = saturday.AddHours(70).AddTicks(-1) }).WhyNoValue!.Reason);
        CustomerLifecycleResult weeks = log.Measure(new CustomerLifecycle(CalendarUnit.Week) { Calendar = Berlin, ObservedUntil = saturday.AddDays(8).AddHours(-2).AddTicks(-1) });
        Assert.Equal([("2026-03-22", 2, 0, 0, false), ("2026-03-29", 0, 1, 1, true)], weeks.Periods.Select(week => (week.Name, week.New, week.Returning, week.Dormant, week.IsOpen)));

        JourneyEvent At(string customer, double hours) => new() { Customer = customer, Event = "visit", At = saturday.AddHours(hours) };
    }

    private static void Is(double value, double lower, double upper, Estimate? actual, double tolerance)
    {
        Assert.Equal(value, actual!.Value, tolerance);
        Assert.Equal(lower, actual.Lower, tolerance);
        Assert.Equal(upper, actual.Upper, tolerance);
    }
}
