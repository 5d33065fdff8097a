using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Kept states of which a byte was changed and the checksum with it: refused, or a result that can be looked at from all sides.</summary>
public class ForgedMetricTests
{
    private static readonly JourneyLog Surveys = JourneyLog.From(Enumerable.Range(0, 12).Select(index => new JourneyEvent
    {
        Customer = $"c{index % 5}",
        Event = index % 3 == 0 ? "ask" : "answer",
        At = Answers.Noon.AddHours(index),
        Sequence = index,
        Feedback = new Feedback(index < 6 ? FeedbackKind.Nps : FeedbackKind.Emotion, index < 6 ? index + 4 : index - 8.5, index % 2 == 0 ? "a" : "b"),
        Attributes = new Dictionary<string, string> { ["w"] = index == 4 ? "none" : "1.5" },
    }));

    private static readonly JourneyLog Payments = Shop.Log(Shop.Paid("a", 0, 10), Shop.Paid("a", 6, 12.5m), Shop.Paid("b", 1, 3), Shop.Paid("b", 7, -1), Shop.Event("c", 9, "visit"));

    [Fact]
    public void Surveys_with_forged_counts()
    {
        foreach (AnswerCounting counting in (AnswerCounting[])[AnswerCounting.LatestPerCustomer, AnswerCounting.All])
        {
            foreach (string? weight in (string?[])[null, "w"])
            {
                Check(Surveys, new Nps { Counting = counting, Weight = weight });
                Check(Surveys, new ObservedEmotion { Counting = counting, Weight = weight });
            }
        }

        Check(Surveys, new PeakEnd());
        Check(Surveys, new ResponseRate(FeedbackKind.Nps, "ask"));
        Check(Surveys, new ResponseRate(FeedbackKind.Nps, "ask") { Within = TimeSpan.FromHours(5) });
        Check(Surveys, new ExperienceIndex(
            new ExperiencePart { Name = "A", Question = "a", Weight = 0.5, ScaleMinimum = 0, ScaleMaximum = 10, Kind = FeedbackKind.Nps },
            new ExperiencePart { Name = "B", Question = "b", Weight = 0.5, ScaleMinimum = 0, ScaleMaximum = 10, Kind = FeedbackKind.Nps }));
    }

    [Fact]
    public void Revenue_with_forged_sums()
    {
        TimeRange first = new(Shop.Start, Shop.Start.AddDays(4)), second = new(Shop.Start.AddDays(4), Shop.Start.AddDays(8));
        Check(Payments, new AverageOrderValue());
        Check(Payments, new AverageOrderValue { Refunds = RefundRule.Subtract });
        Check(Payments, new Revenue());
        Check(Payments, new RevenuePerCustomer(CustomersCounted.Active));
        Check(Payments, new RevenueRetention(first, second));
        Check(Payments, new RatioMetric(CustomerQuantity.AmountSum(), CustomerQuantity.ActiveDays()));
        Check(Payments, new PurchaseFrequency());
        Check(Payments, new RepeatRate { Window = TimeSpan.FromDays(5) });
        Check(Payments, new CustomerChurn(second) { CompoundedPeriods = 12 });
        Check(Payments, new CustomerRetention(second));
        Check(Payments, new Stickiness(new DateOnly(2026, 3, 8), 3));
        Check(Payments, new CustomerLifecycle(CalendarUnit.Month));
        Check(Payments, new ActiveCustomers());
    }

    private static void Check<TResult>(JourneyLog log, Analysis<TResult> question)
        where TResult : MetricResult => MetricParts.SurvivesForgery(log, question, result =>
    {
        Assert.Equal(result.Value is null, result.WhyNoValue is not null);
        if (result.Estimate is { } estimate) Assert.False(double.IsNaN(estimate.Lower) || double.IsNaN(estimate.Upper), question.ToString());
        foreach (Figure figure in result.Figures) figure.Sample.Estimate(0.9);
        result.ToTable();
        return result.ToJson() + result.ToText(CultureInfo.InvariantCulture);
    });
}
