using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Comparison;

/// <summary>Where sides are not independent, each row rests on what every customer adds to it.</summary>
public class CustomerByCustomerTests
{
    private static readonly Nps Nps = new();
    private static readonly DateTimeOffset Late = SurveyLog.Autumn.AddYears(2);

    public static TheoryData<string, Analysis> Questions => new()
    {
        { "NPS", Nps },
        { "NPS of all answers", new Nps { Counting = AnswerCounting.All } },
        { "NPS by stage", Nps.By(Dimension.Stage) },
        { "CSAT of all answers by stage", new Csat { Counting = AnswerCounting.All }.By(Dimension.Stage) },
        { "CES by stage and first stage", new Ces().By(Dimension.Stage, Dimension.Stage.First) },
        { "funnel", new Funnel("Look", "Buy", "Use") },
        { "funnel with a window", new Funnel("Look", "Buy") { Window = TimeSpan.FromHours(30), ObservedUntil = Late } },
        { "funnel by last stage", new Funnel("Look", "Buy").By(Dimension.CurrentStage) },
        { "funnel by last stage and plan", new Funnel("Look", "Buy").By(Dimension.CurrentStage, Dimension.Attribute("plan")) },
        { "retention", new Retention(CalendarUnit.Week) { Periods = 4, ObservedUntil = Late } },
        { "retention by plan", new Retention(CalendarUnit.Day) { Periods = 3, ObservedUntil = Late }.By(Dimension.Attribute("plan")) },
        { "a breakdown in a breakdown", Nps.By(Dimension.Stage).By(Dimension.Attribute("plan")) },
        { "steps of one name", new Funnel(Step.Event("answer"), Step.Event("answer"), Step.Event("answer"), Step.Event("answer")) },
        { "a user's own", new TraceLength() },
        { "a user's own by plan", new TraceLength().By(Dimension.Attribute("plan")) },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_row_rests_on_the_figures_of_logs_of_single_customers(string name, Analysis question)
    {
        JourneyEvent[] events = [.. SurveyLog.Twice(new Random(8), 40, 0.3).Select(Planned)];
        (StagedLog before, StagedLog after) = SurveyLog.Seasons(events);
        JourneyComparison comparison = JourneyComparison.Between(before, after, new() { Measures = [question] });
        Assert.True(comparison.SharedCustomers > 10, name);

        Dictionary<string, Figure> left = FiguresOf(before, question), right = FiguresOf(after, question);
        string[] places = [.. left.Keys, .. right.Keys.Except(left.Keys)];
        Assert.Equal(places.Length, comparison.Differences.Count);
        string[] customers = [.. before.CustomerIds.Union(after.CustomerIds).Order(StringComparer.Ordinal)];
        Dictionary<string, Figure>[] lefts = [.. customers.Select(customer => Alone(before, customer, question))], rights = [.. customers.Select(customer => Alone(after, customer, question))];
        for (int index = 0; index < places.Length; index++)
        {
            Difference row = comparison.Differences[index];
            if (!left.TryGetValue(places[index], out Figure? one) || !right.TryGetValue(places[index], out Figure? other))
            {
                Assert.Null(row.Test);
                continue;
            }

            ClusterContribution[] clusters =
            [
                .. lefts.Zip(rights, (alone, aloneAfter) =>
                {
                    (double sumBefore, long countBefore) = SumOf(alone.GetValueOrDefault(places[index])?.Sample);
                    (double sumAfter, long countAfter) = SumOf(aloneAfter.GetValueOrDefault(places[index])?.Sample);
                    return new ClusterContribution(sumBefore, countBefore, sumAfter, countAfter);
                }),
            ];
            bool independent = question.CountsCustomersOnce && clusters.All(customer => customer.BaselineCount == 0 || customer.CandidateCount == 0);
            SampleDifference expected = independent ? SampleDifference.Between(one.Sample, other.Sample, 0.95) : SampleDifference.Clustered(one.Sample, other.Sample, clusters, 0.95);
            Assert.Equal(one.Name, row.Measure);
            Assert.Equal(expected.Test?.PValue, row.Test?.PValue);
            Assert.Equal(expected.Change?.Value * one.Scale, row.Change?.Value);
            Assert.Equal(expected.Effect, row.Effect);
        }
    }

    [Theory]
    [InlineData(40, 40, 0, 40)]
    [InlineData(1, 12, 6, 12)]
    public void A_shared_customer_who_adds_to_one_side_only_does_not_change_the_test(int satisfiedBefore, int before, int satisfiedAfter, int after)
    {
        JourneyEvent[] spring = [.. Answers("a", SurveyLog.Spring, satisfiedBefore, before)], autumn = [.. Answers("b", SurveyLog.Autumn, satisfiedAfter, after)];
        // One customer of the spring is seen in the autumn too, and says nothing.
        JourneyEvent seen = spring[0] with { At = SurveyLog.Autumn, Feedback = null };
        (StagedLog baseline, StagedLog candidate) = SurveyLog.Seasons([.. spring, .. autumn, seen]);
        JourneyComparison comparison = JourneyComparison.Between(baseline, candidate, new() { Measures = [new Csat()] });

        Assert.Equal(1, comparison.SharedCustomers);
        TestResult expected = SampleDifference.Between(new ShareSample(satisfiedBefore, before), new ShareSample(satisfiedAfter, after), 0.95).Test!;
        Assert.Equal(expected, Assert.Single(comparison.Differences).Test);

        static IEnumerable<JourneyEvent> Answers(string prefix, DateTimeOffset at, int satisfied, int count) =>
            Enumerable.Range(0, count).Select(index => SurveyLog.Answer($"{prefix}{index:D2}", at, FeedbackKind.Csat, index < satisfied ? 5 : 1));
    }

    [Fact]
    public void A_result_without_figures_cannot_be_compared()
    {
        StagedLog log = SurveyLog.Staged(SurveyLog.Once(new Random(1), "a", 3));
        ArgumentException error = Assert.Throws<ArgumentException>(() => JourneyComparison.Between(log, log, new() { Measures = [new Nothing()] }));
        Assert.Contains("Nothing", error.Message, StringComparison.Ordinal);
        Assert.Contains("IComparableResult", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => JourneyComparison.Between(log, log, new() { Measures = [new Nothing().By(Dimension.CurrentStage)] }));
    }

    [Fact]
    public void Each_side_folds_the_groups_into_Other_that_are_small_on_that_side()
    {
        (StagedLog before, StagedLog after) = SurveyLog.Seasons([.. Answers("a", 10, 5), .. Answers("b", 8, 9), .. Answers("d", 4, 6)]);
        Analysis<Breakdown<NpsResult>> question = Nps.By(Dimension.Attribute("plan").Top(1));
        JourneyComparison comparison = JourneyComparison.Between(before, after, new() { Measures = [question] });
        Assert.Equal(17, comparison.SharedCustomers);
        Assert.Equal(["a", "Other", "None", "b"], comparison.Differences.Select(row => row.Group));
        Assert.Equal((10, null), (comparison.Of(question, "a").Baseline?.N, comparison.Of(question, "a").Candidate?.N));
        Assert.Equal((12, 11), (comparison.Of(question, "Other").Baseline?.N, comparison.Of(question, "Other").Candidate?.N));
        Assert.Equal((null, 9), (comparison.Of(question, "b").Baseline?.N, comparison.Of(question, "b").Candidate?.N));

        static IEnumerable<JourneyEvent> Answers(string plan, int before, int after) => Enumerable.Range(0, Math.Max(before, after)).SelectMany(customer =>
        {
            JourneyEvent answer = SurveyLog.Answer($"{plan}{customer:D2}", SurveyLog.Spring, FeedbackKind.Nps, customer % 11) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = plan } };
            return (customer < before ? (JourneyEvent[])[answer] : []).Concat(customer < after ? [answer with { At = SurveyLog.Autumn }] : []);
        });
    }

    [Fact]
    public void A_group_named_None_is_not_taken_for_the_customers_without_a_value()
    {
        static IEnumerable<JourneyEvent> Answers(string prefix, string? plan, int customers) => Enumerable.Range(0, customers).Select(customer =>
            SurveyLog.Answer($"{prefix}{customer:D2}", SurveyLog.Spring, FeedbackKind.Nps, customer % 11) with
            {
                CustomerAttributes = plan is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["plan"] = plan },
            });
        StagedLog before = SurveyLog.Staged([.. Answers("a", "None", 5), .. Answers("b", null, 7)]);
        StagedLog after = SurveyLog.Staged([.. Answers("c", "gold", 4), .. Answers("b", null, 7)]);
        Difference[] rows = [.. JourneyComparison.Between(before, after, new() { Measures = [Nps.By(Dimension.Attribute("plan"))] }).Differences];
        Assert.Equal(["None", "None", "gold"], rows.Select(row => row.Group));
        Assert.Equal([(5, null), (7, 7), (null, 4)], rows.Select(row => (row.Baseline?.N, row.Candidate?.N)));
    }

    private static JourneyEvent Planned(JourneyEvent e) =>
        e with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = e.Customer[^1] % 3 == 0 ? "gold" : "free" } };

    private static Dictionary<string, Figure> Alone(StagedLog log, string customer, Analysis question) =>
        log.CustomerIds.Contains(customer) ? FiguresOf(log.WithoutCustomers(log.CustomerIds.Where(other => other != customer)), question) : [];

    /// <summary>The figures by the groups and the number by which they are known.</summary>
    private static Dictionary<string, Figure> FiguresOf(StagedLog log, Analysis question) =>
        FiguresIn("", log.Measure([question]).Of(question)).ToDictionary(figure => figure.Place, figure => figure.Figure);

    private static IEnumerable<(string Place, Figure Figure)> FiguresIn(string place, object? result) => result switch
    {
        IComparableResult single => single.Figures.Select((figure, number) => ($"{place}#{number}", figure)),
        Breakdown<NpsResult> rows => Rows(place, rows),
        Breakdown<CsatResult> rows => Rows(place, rows),
        Breakdown<CesResult> rows => Rows(place, rows),
        Breakdown<FunnelResult> rows => Rows(place, rows),
        Breakdown<RetentionResult> rows => Rows(place, rows),
        Breakdown<LengthResult> rows => Rows(place, rows),
        Breakdown<Breakdown<NpsResult>> rows => Rows(place, rows),
        _ => throw new InvalidOperationException($"{result?.GetType()} is not known here."),
    };

    private static IEnumerable<(string, Figure)> Rows<T>(string place, Breakdown<T> rows) =>
        rows.SelectMany(row => FiguresIn($"{place}/{row.Group}|{row.Column}", row.Result));

    private static (double Sum, long Count) SumOf(Sample? sample) => sample switch
    {
        null => (0, 0),
        ShareSample share => (share.Hits, share.Total),
        NetSample net => (net.Positive - net.Negative, net.Count),
        _ => (((MeanSample)sample).Sum, sample.Count),
    };

    /// <summary>A user's own analysis: the mean number of events.</summary>
    private sealed record TraceLength : Analysis<LengthResult>
    {
        public override Accumulator<LengthResult> CreateAccumulator(LogSchema schema) => new Lengths();

        private sealed class Lengths : Accumulator<LengthResult>
        {
            private long _count, _sum, _squares;

            public override void Add(in CustomerTrace trace)
            {
                _count++;
                _sum += trace.Length;
                _squares += trace.Length * trace.Length;
            }

            public override void Merge(Accumulator<LengthResult> other)
            {
                Lengths part = (Lengths)other;
                (_count, _sum, _squares) = (_count + part._count, _sum + part._sum, _squares + part._squares);
            }

            public override LengthResult ToResult() => new(new MeanSample(_count, _sum, _squares));
        }
    }

    private sealed record LengthResult(MeanSample Lengths) : IComparableResult
    {
        public string Title => "Length";

        public IReadOnlyList<Figure> Figures => [new Figure { Name = "events", Sample = Lengths }];

        public ResultTable ToTable() => throw new NotSupportedException();
    }

    private sealed record Nothing : Analysis<int>
    {
        public override Accumulator<int> CreateAccumulator(LogSchema schema) => new Zero();

        private sealed class Zero : Accumulator<int>
        {
            public override void Add(in CustomerTrace trace)
            {
            }

            public override void Merge(Accumulator<int> other)
            {
            }

            public override int ToResult() => 0;
        }
    }
}
