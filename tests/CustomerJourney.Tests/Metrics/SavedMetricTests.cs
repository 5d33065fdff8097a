using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Metrics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Every metric that can be kept: whatever bytes of its state were changed, with a right checksum, it is refused as damaged or gives a result that can be looked at from all sides.</summary>
public class SavedMetricTests
{
    private const int Header = 8;
    private const int Checksum = 4;

    private static readonly TimeRange First = new(Shop.Start, Shop.Start.AddDays(4)), Second = new(Shop.Start.AddDays(4), Shop.Start.AddDays(8));

    private static readonly JourneyLog Log = JourneyLog.From(Enumerable.Range(0, 60).Select(index => new JourneyEvent
    {
        Customer = $"c{index % 9}",
        Event = index % 5 == 0 ? "ask" : index % 5 == 1 ? "order" : "answer",
        At = Shop.Start.AddHours(index * 3),
        Sequence = index,
        Channel = index % 2 == 0 ? "web" : "mail",
        Value = index % 5 == 1 ? 10 + index : null,
        Currency = index % 5 == 1 ? "EUR" : null,
        Feedback = index % 5 < 2 ? null : new Feedback((FeedbackKind)(1 + (index % 6)), index % 8, index % 2 == 0 ? "a" : "b"),
        Attributes = new Dictionary<string, string> { ["w"] = index == 4 ? "none" : "1.5" },
        CustomerAttributes = new Dictionary<string, string> { ["plan"] = index % 9 < 5 ? "pro" : "free" },
    }));

    private static readonly Saved[] All =
    [
        Of(new Nps()), Of(new Nps { Counting = AnswerCounting.All, Weight = "w" }), Of(new Csat { Counting = AnswerCounting.All }), Of(new Csat { Weight = "w" }), Of(new Ces()), Of(new Ces { Question = "a", Counting = AnswerCounting.All }),
        Of(new ObservedEmotion()), Of(new ObservedEmotion { Counting = AnswerCounting.All, Weight = "w" }), Of(new PeakEnd()), Of(new Nps().AskedBy(TimeSpan.FromHours(9), "ask")),
        Of(new ResponseRate(FeedbackKind.Nps, "ask") { Within = TimeSpan.FromHours(9) }),
        Of(new ExperienceIndex(
            new ExperiencePart { Name = "A", Question = "a", Weight = 0.5, ScaleMinimum = 0, ScaleMaximum = 10 }, new ExperiencePart { Name = "B", Question = "b", Weight = 0.5, ScaleMinimum = 0, ScaleMaximum = 10, Kind = FeedbackKind.Nps })),
        Of(new InvitationOutcomes(new Nps(), "ask") { Within = TimeSpan.FromHours(9) }), Of(new PoststratifiedSurvey(new Nps(), "plan")), Of(new ResponseBias(new Nps(), "ask") { Of = [Driver.Attribute("plan"), Driver.Activity], MinimumCustomers = 1 }),
        Of(new AnswerContexts(new Nps())), Of(new KeyDrivers(new Nps()) { Of = [Driver.Attribute("plan"), Driver.Activity] }),
        Of(new AverageOrderValue { Refunds = RefundRule.Subtract }), Of(new Revenue()), Of(new RevenuePerCustomer(CustomersCounted.Active)), Of(new RevenueRetention(First, Second)),
        Of(new RatioMetric(CustomerQuantity.AmountSum(), CustomerQuantity.ActiveDays())), Of(new PurchaseFrequency()), Of(new ActiveCustomers()), Of(new RepeatRate { Window = TimeSpan.FromDays(5) }), Of(ReturnRate.OnDay(1, ReturnClock.Windows24Hours)), Of(ReturnRate.OnOrAfterDay(2, ReturnClock.CalendarDays)),
        Of(new CustomerChurn(Second) { CompoundedPeriods = 12 }), Of(new CustomerRetention(Second)), Of(new Stickiness(new DateOnly(2026, 3, 8), 3)), Of(new CustomerLifecycle(CalendarUnit.Day)),
        Of(new TimeBetween("ask", "order") { Horizons = [TimeSpan.FromHours(7), TimeSpan.FromDays(2)] }), Of(new TimeBetween("ask", "order") { CompetingEvent = "answer", Window = TimeSpan.FromDays(1) }),
        Of(new TimeToChurn(TimeSpan.FromHours(50)) { Horizons = [TimeSpan.FromDays(1)] }), Of(new Renewals("ask", "order", CalendarUnit.Day, 2)),
        Of(new PurchaseSummary()), Of(new HistoricLifetimeValue()), Of(new RecencyFrequencyMonetarySegments()),
        Of(new Nps().By(Dimension.Channel)), Of(new Ces().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Week))), Of(new TimeToChurn(TimeSpan.FromHours(50)).By(Dimension.Attribute("plan"))),
        Of(new Nps().Trend(CalendarUnit.Day)), Of(new Csat().Trends(Dimension.Channel, CalendarUnit.Day)),
    ];

    [Fact]
    public void Every_metric_is_among_those_that_are_held_to_it()
    {
        Type[] metrics = [.. typeof(Nps).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && !type.IsGenericTypeDefinition && type.IsAssignableTo(typeof(Analysis)) && type.Namespace!.StartsWith(typeof(Nps).Namespace!, StringComparison.Ordinal))];
        Assert.NotEmpty(metrics);
        Assert.Empty(metrics.Except(All.Select(saved => saved.Definition)));
    }

    [Fact]
    public void Bytes_that_were_changed_at_random_are_refused_or_read_and_never_anything_else() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        Random random = new(seed);
        foreach (Saved saved in All) saved.Look(Forged(saved.Bytes, random));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_at_the_ends_of_their_range_are_refused_or_read_wherever_they_stand()
    {
        foreach (Saved saved in All)
        {
            for (int place = Header; place + sizeof(long) <= saved.Bytes.Length - Checksum; place++)
            {
                foreach (long number in (long[])[long.MaxValue, long.MinValue, long.MaxValue / 2, int.MaxValue, -1])
                {
                    byte[] forged = [.. saved.Bytes];
                    BitConverter.TryWriteBytes(forged.AsSpan(place), number);
                    saved.Look(MetricParts.Signed(forged));
                }
            }
        }
    }

    /// <summary>Some bytes, or numbers of eight bytes, replaced.</summary>
    private static byte[] Forged(byte[] bytes, Random random)
    {
        byte[] forged = [.. bytes];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int place = random.Next(Header, forged.Length - Checksum);
            if (random.Next(2) == 0 || place + sizeof(long) > forged.Length - Checksum) forged[place] = (byte)random.Next(256);
            else BitConverter.TryWriteBytes(forged.AsSpan(place), random.Next(3) == 0 ? random.NextInt64() : random.Next(2) == 0 ? random.Next() : BitConverter.DoubleToInt64Bits(random.NextDouble() * 1e9));
        }

        return MetricParts.Signed(forged);
    }

    private static Saved Of<T>(Analysis<T> question) => new(question.GetType(), Log.MeasurePart(question).ToBytes(), bytes =>
    {
        try
        {
            Look(PartialResult<T>.FromBytes(question, bytes).ToResult());
        }
        catch (InvalidDataException)
        {
            // Refused, with a reason.
        }
        catch (Exception error)
        {
            throw new Xunit.Sdk.XunitException($"{question}: {error}");
        }
    });

    private static void Look(object? result)
    {
        if (result is IJourneyResult shown) shown.ToTable();
        if (result is IBreakdown groups)
        {
            foreach ((_, object? group) in groups.Groups) Look(group);
        }

        if (result is not MetricResult metric) return;
        Assert.Equal(metric.Value is null, metric.WhyNoValue is not null);
        foreach (Figure figure in metric.Figures) figure.Sample.Estimate(0.9);
        metric.ToJson();
        metric.ToText(CultureInfo.InvariantCulture);
    }

    private sealed record Saved(Type Definition, byte[] Bytes, Action<byte[]> Look);
}
