using System.Globalization;
using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>What is promised of every result of a metric, for every metric of surveys, of customers and of revenue, on logs of all kinds.</summary>
public class MetricContractTests
{
    private static readonly TimeRange First = new(LogGenerator.Start, LogGenerator.Start.AddHours(30)), Second = new(LogGenerator.Start.AddHours(30), LogGenerator.Start.AddHours(60));
    private static readonly ReportingCalendar Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), FirstDayOfWeek = DayOfWeek.Sunday };
    // Every log is asked some two hundred questions, several times each.
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(40);
    private static readonly string[] Weights = ["0", "0.5", "3", "1e100", "1e-100", "none", "-0"];
    private static readonly FeedbackKind[] Kinds = [FeedbackKind.Emotion, FeedbackKind.Nps, FeedbackKind.Csat, FeedbackKind.Ces1, FeedbackKind.Emotion, FeedbackKind.EmployeeNps];
    private static readonly CultureInfo[] Cultures = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("tr-TR"), CultureInfo.GetCultureInfo("ar-SA")];

    [Fact]
    public void Every_result_keeps_its_promises_on_random_logs() => Prop.ForAll(LogGenerator.Events, events => Check(events)).Check(Few);

    [Fact]
    public void Every_result_keeps_its_promises_where_amounts_are_in_one_currency_and_answers_have_weights() => Prop.ForAll(Shop.InOneCurrency, events => Check([.. events.Select((one, index) => one with
    {
        Attributes = new Dictionary<string, string> { ["device"] = Weights[index % Weights.Length] },
        Feedback = one.Feedback is { Kind: not FeedbackKind.None } feedback ? feedback with { Kind = Kinds[index % Kinds.Length], Question = index % 2 == 0 ? "first" : "second" } : one.Feedback,
    })])).Check(Few);

    [Fact]
    public void Every_result_keeps_its_promises_on_amounts_that_are_huge_and_on_names_that_are_hostile() => Check(
    [
        .. Enumerable.Range(0, 40).Select(index => new JourneyEvent
        {
            Customer = $"c{index % 7}",
            Event = index % 3 == 0 ? "buy" : "a\n\"b\u0001\ud800",
            At = LogGenerator.Start.AddHours(index),
            Value = index % 4 == 0 ? -922_337_203_685_477m : 922_337_203_685_477m,
            Currency = "E\u0007R",
            Sequence = index,
            Channel = "<script>",
            Feedback = new Feedback(index % 2 == 0 ? FeedbackKind.Nps : FeedbackKind.Csat, index % 11) { Question = index % 3 == 0 ? "q\n\ud801" : "q\n\ud802" },
            Attributes = new Dictionary<string, string> { ["device"] = index % 5 == 0 ? "1e100" : index % 5 == 1 ? "1e-100" : "-0" },
        }),
    ]);

    private static void Check(JourneyEvent[] events)
    {
        JourneyLog log = JourneyLog.From(events);
        StagedLog staged = LogGenerator.Shop.Classify(log);
        // The sides share some customers.
        string[] customers = [.. events.Select(one => one.Customer).Distinct()];
        StagedLog left = Side(0);
        StagedLog right = Side(1);
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            foreach (string? weight in (string?[])[null, "device"])
            {
                if (weight is not null && !events.Any(one => one.Attributes?.ContainsKey("device") == true)) continue;
                Of(new Nps { Counting = counting, Weight = weight });
                Of(new Nps { Counting = counting, Weight = weight, NonStandard = new() { ScaleMinimum = 1, ScaleMaximum = 5, DetractorsTo = 3, PromotersFrom = 5 } });
                Of(new Csat { Counting = counting, Weight = weight });
                Of(new Ces { Counting = counting, Weight = weight });
                Of(new ObservedEmotion { Counting = counting, Weight = weight });
            }
        }

        foreach (NpsInterval interval in Enum.GetValues<NpsInterval>()) Of(new Nps { Interval = interval });
        foreach (CsatInterval interval in Enum.GetValues<CsatInterval>()) Of(new Csat { Interval = interval });
        Of(new Nps { OfEmployees = true });
        Of(Csat.Thumbs);
        Of(new Ces { Version = CesVersion.Version1, TrustScale = true, Level = 0.8 });
        Of(new Nps().AskedBy("ask"));
        Of(new Csat().AskedBy(TimeSpan.FromHours(10), "ask", "open"));
        Of(new ResponseRate(FeedbackKind.Nps, "ask"));
        Of(new ResponseRate(FeedbackKind.Nps, "ask", "buy") { Within = TimeSpan.FromHours(10) });
        Of(new PeakEnd());
        Of(new ExperienceIndex(new ExperiencePart { Name = "level", Question = "first", Weight = 0.5 }, new ExperiencePart { Name = "Respondents", Question = "second", Weight = 0.5 }));
        foreach (string? name in (string?[])[null, "buy", "no such event"])
        {
            foreach (string? currency in (string?[])[null, "", "EUR", "GBP"])
            {
                foreach (RefundRule refunds in Enum.GetValues<RefundRule>())
                {
                    Of(new AverageOrderValue { EventName = name, Currency = currency, Refunds = refunds });
                    Of(new Revenue { EventName = name, Currency = currency, Refunds = refunds });
                    Of(new RevenuePerCustomer(CustomersCounted.All) { EventName = name, Currency = currency, Refunds = refunds });
                    Of(new RevenuePerCustomer(CustomersCounted.Paying) { EventName = name, Currency = currency, Refunds = refunds });
                    Of(new RevenueRetention(First, Second) { EventName = name, Currency = currency, Refunds = refunds });
                    Of(new RatioMetric(CustomerQuantity.AmountSum(name), CustomerQuantity.EventCount("open")) { Currency = currency, Refunds = refunds, Name = "Customers" });
                    Of(new RatioMetric(CustomerQuantity.EventCount(name), CustomerQuantity.AmountSum()) { Currency = currency, Refunds = refunds, Name = "Lower" });
                }
            }

            Of(new PurchaseFrequency { EventName = name });
            Of(new RepeatRate { EventName = name });
            Of(new RepeatRate { EventName = name, Window = TimeSpan.FromDays(2) });
            Of(new RepeatRate { EventName = name, Window = TimeSpan.MaxValue });
            Of(new ActiveCustomers { EventName = name });
            Of(new Stickiness(new DateOnly(2026, 3, 29), 3) { EventName = name, Calendar = Berlin });
            foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>()) Of(new CustomerLifecycle(unit) { EventName = name, Calendar = Berlin });
        }

        Of(new RatioMetric(CustomerQuantity.EventCount(), CustomerQuantity.ActiveDays(null, Berlin)));
        foreach (bool wonBack in (bool[])[false, true])
        {
            Of(new CustomerRetention(Second) { ActiveWithin = TimeSpan.FromHours(12), CountsWonBack = wonBack });
            Of(new CustomerChurn(Second) { ActiveWithin = TimeSpan.FromHours(12), CountsWonBack = wonBack, CompoundedPeriods = 12 });
        }

        Of(new CustomerChurn(Second) { ActiveWithin = TimeSpan.MaxValue, ObservedUntil = DateTimeOffset.MaxValue });

        StagedLog Side(int side) => LogGenerator.Shop.Classify(JourneyLog.From(events.Where((one, index) => one.Customer == customers[0] || index % 2 == side)));

        void Of<TResult>(Analysis<TResult> question)
            where TResult : MetricResult
        {
            TResult result = log.Measure(question);
            try
            {
                Holds(result);
                TResult again = log.Measure(question);
                Assert.Equal(result, again);
                Assert.Equal(result.GetHashCode(), again.GetHashCode());
                Assert.Equal(result, PartialResult<TResult>.FromBytes(question, log.MeasurePart(question).ToBytes()).ToResult());
                JourneyComparison comparison = JourneyComparison.Between(left, right, new() { Measures = [question] });
                foreach (Difference row in comparison.Differences) Assert.False(string.IsNullOrEmpty(row.Verdict));
                comparison.ToTable();
                Holds(staged.Measure(question.By(Dimension.Channel.First)).Total);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"{question}: {fault.Message}\n{result.ToJson()}", fault);
            }
        }
    }

    private static void Holds(MetricResult result)
    {
        Assert.Equal(result.Value is null, result.WhyNoValue is not null);
        if (result.WhyNoValue is { } reason) Assert.False(string.IsNullOrWhiteSpace(reason.Message));
        if (result.Value is { } value) Assert.True(double.IsFinite(value));
        Assert.True(result.Observations >= 0);
        if (result.Estimate is { } main)
        {
            Assert.Equal(result.Value, main.Value);
            Holds(main);
        }

        foreach (MetricFigure figure in result.OtherFigures)
        {
            if (figure.Estimate is not { } estimate) continue;
            Assert.Equal(figure.Value!.Value, estimate.Value);
            Holds(estimate);
        }

        Assert.All(result.Counts, count => Assert.True(count.Count >= 0));
        Distinct(result.Counts.Select(count => count.Name));
        Distinct(result.Terms.Select(term => term.Name));
        Distinct(result.OtherFigures.Select(figure => figure.Name));
        Distinct(result.Figures.Select(figure => figure.Name));
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        NoDuplicates(json.RootElement);

        ResultTable table = result.ToTable();
        Distinct(table.Columns.Select(column => column.Name));
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal(ResultColumnKind.Count, table.Columns.Single(column => column.Name == table.BaseColumn).Kind);
        foreach (CultureInfo culture in Cultures) Assert.DoesNotContain(result.ToText(culture), char.IsControl);
    }

    private static void Holds(Estimate estimate)
    {
        Assert.True(estimate.Lower <= estimate.Upper, $"{estimate.Lower} to {estimate.Upper}");
        Assert.True(double.IsFinite(estimate.Lower) && double.IsFinite(estimate.Upper));
        Assert.InRange(estimate.Level, 0, 1);
        Assert.True(estimate.N > 0);
        Assert.NotEmpty(estimate.Method);
    }

    private static void Distinct(IEnumerable<string> names)
    {
        string[] all = [.. names];
        Assert.Equal(all.Distinct(), all);
    }

    private static void NoDuplicates(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray()) NoDuplicates(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            Distinct(element.EnumerateObject().Select(member => member.Name));
            foreach (JsonProperty member in element.EnumerateObject()) NoDuplicates(member.Value);
        }
    }
}
