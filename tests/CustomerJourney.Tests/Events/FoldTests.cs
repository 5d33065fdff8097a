using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Events;

public class FoldTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Enough events for many chunks, some customers with thousands of them, and customers without any.</summary>
    private static readonly JourneyLog Large = JourneyLog.From(
        Enumerable.Range(0, 200_000).Select(index => new JourneyEvent
        {
            Customer = $"customer {(index % 5 == 0 ? 0 : index % 4001)}",
            Event = LogGenerator.Names[index % 6],
            At = Noon.AddSeconds(index * 7919L % 10_000_019),
            Channel = index % 7 == 0 ? null : LogGenerator.Channels[index % 3],
            Feedback = index % 3 == 0 ? new Feedback(FeedbackKind.Nps, index % 11) : null,
            Value = index % 2 == 0 ? (index % 1009) + 0.01m : null,
        }),
        Enumerable.Range(0, 70_000).Select(index => new CustomerProfile { Customer = $"sleeper {index}" }));

    [Fact]
    public void Many_analyses_visit_each_trace_once()
    {
        VisitCounter[] counters = [.. Enumerable.Range(0, 5).Select(index => new VisitCounter($"{index}", false))];
        FoldPass pass = Large.Pass([.. counters, new Nps(), new Nps().By(Dimension.Channel)], null, default);
        int active = Enumerable.Range(0, Large.CustomerCount).Count(customer => Large.TraceOf(customer).Length > 0);
        Assert.Equal(active, pass.TracesVisited);
        Assert.All(counters, counter =>
        {
            Assert.Equal(active, counter.Visits.Count);
            Assert.All(counter.Visits.Values, visits => Assert.Equal(1, visits));
        });
    }

    [Fact]
    public void Customers_without_events_are_visited_only_for_those_who_ask()
    {
        VisitCounter some = new("some", false), all = new("all", true);
        FoldPass pass = Large.Pass([some, all], new() { MaxDegreeOfParallelism = 3 }, default);
        Assert.Equal(Large.CustomerCount, pass.TracesVisited);
        Assert.Equal(Large.CustomerCount, all.Visits.Count);
        Assert.All(all.Visits.Values, visits => Assert.Equal(1, visits));
        Assert.Equal(Large.CustomerCount - 70_000, some.Visits.Count);
        Assert.Equal(Large.CustomerCount, Large.Measure(new VisitCounter("grouped", true).By(Dimension.Channel.First)).Total);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Analysis<Breakdown<double?>> values = new OrderValue().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Month));
        Analysis<Breakdown<NpsResult>> nps = new Nps { Counting = AnswerCounting.All }.By(Dimension.Channel.Last.Top(2));
        string[] answers =
        [
            .. new[] { 1, 2, 3, 8, 1000 }.Select(threads =>
            {
                (Breakdown<double?> value, Breakdown<NpsResult> score, Int128 sum) = Large.Measure(values, nps, new Turnover(null), new() { MaxDegreeOfParallelism = threads });
                return $"{ResultText.Of(value)}\n{ResultText.Of(score)}\n{sum}";
            }),
        ];
        Assert.Single(answers.Distinct());
        Assert.Contains("mobile", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_asked_twice_is_asked_once()
    {
        FoldPass pass = Large.Pass([new Nps()], null, default);
        Assert.Single(pass.Accumulators);
        Measurements answers = Large.Measure([new Nps(), new EventCount(), new Nps(), new Nps { Level = 0.9 }]);
        Assert.Equal(4, answers.Count);
        Assert.Equal([new Nps(), new EventCount(), new Nps(), new Nps { Level = 0.9 }], answers.Definitions);
        Assert.Same(answers.Of(new Nps()), answers.Of(new Nps { Level = 0.95 }));
        Assert.Equal(0.9, answers.Of(new Nps { Level = 0.9 }).Estimate!.Level);
        Assert.Equal(200_000, answers.Of(new EventCount()));
    }

    [Fact]
    public void Breakdowns_are_found_by_value_too()
    {
        Measurements answers = Large.Measure([new Nps().By(Dimension.Channel), new Nps().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Year))]);
        Assert.Equal(3, answers.Of(new Nps().By(Dimension.Channel)).Count(row => !row.IsNone));
        Assert.Equal(4, answers.Of(new Nps().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Year, new()))).Count(row => row.Column == "2026"));
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => answers.Of(new Csat()));
        Assert.StartsWith("Csat was not measured here: no analysis of the list equals Csat {", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_asked_gives_nothing()
    {
        Assert.Equal(0, Large.Measure([]).Count);
        Assert.Equal(0, Large.Pass([], null, default).TracesVisited);
        Assert.Throws<ArgumentNullException>("analyses", () => Large.Measure([new Nps(), null!]));
        Assert.Throws<ArgumentNullException>("analysis", () => Large.Measure<int>(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeasureOptions { MaxDegreeOfParallelism = 0 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Progress_rises_to_one(int threads)
    {
        Steps<double> steps = new();
        Large.Measure(new EventCount(), new() { Progress = steps, MaxDegreeOfParallelism = threads });
        Assert.True(steps.Values.Count > 3, "There is too little progress to see.");
        Assert.Equal(steps.Values.Order(), steps.Values);
        Assert.All(steps.Values, share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, steps.Values[^1]);
        Assert.True(steps.Values[0] < 0.5);

        Steps<double> none = new();
        JourneyLog.From([]).Measure(new EventCount(), new() { Progress = none });
        Assert.Equal([1], none.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Canceling_ends_the_pass(int threads)
    {
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim stopped = new();
        MeasureOptions options = new() { MaxDegreeOfParallelism = threads };
        VisitCounter counter = new("counter", false);
        Action cancel = () =>
        {
            stop.Cancel();
            stopped.Set();
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Large.Measure([counter, new Failing(0, cancel), new Failing(null, stopped.Wait)], options, stop.Token));
        Assert.True(counter.Visits.Count < 4000, "The pass went on after it was canceled.");
        Assert.ThrowsAny<OperationCanceledException>(() => Large.Measure(new EventCount(), options, stop.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_error_of_a_users_accumulator_comes_out_as_it_is(int threads)
    {
        MeasureOptions options = new() { MaxDegreeOfParallelism = threads };
        using ManualResetEventSlim failed = new();
        VisitCounter counter = new("counter", false);
        Action fail = () =>
        {
            failed.Set();
            throw new InvalidTimeZoneException("mine");
        };
        InvalidTimeZoneException error = Assert.Throws<InvalidTimeZoneException>(() =>
            Large.Measure([counter, new Failing(0, fail), new Failing(null, failed.Wait)], options));
        Assert.Equal("mine", error.Message);
        Assert.Contains(nameof(Failing), error.StackTrace, StringComparison.Ordinal);
        Assert.True(counter.Visits.Count < 4000, "The pass went on after it had failed.");
    }

    [Fact]
    public void An_error_while_an_accumulator_is_made_comes_out_as_it_is() =>
        Assert.Throws<InvalidTimeZoneException>(() => Large.Measure(new Unmakable()));

    [Fact]
    public void Questions_about_stages_need_a_classified_log()
    {
        Analysis[] questions = [new Nps().By(Dimension.Stage), new Nps().By(Dimension.Touchpoint), new Nps().By(Dimension.Persona), new EventCount().By(Dimension.CurrentStage), new EventCount().By(Dimension.Stage.First)];
        Assert.All(questions, question =>
            Assert.Contains("journey.Classify(log)", Assert.Throws<InvalidOperationException>(() => Large.Measure([question])).Message, StringComparison.Ordinal));
        Assert.Contains("journey.Classify(log)", Assert.Throws<InvalidOperationException>(() => Large.Schema.StageCode("Buy")).Message, StringComparison.Ordinal);
        Assert.Contains("journey.Classify(log)", Assert.Throws<InvalidOperationException>(() => Large.Where(Dimension.Persona, "Ana")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_attribute_is_refused_with_the_known_ones()
    {
        JourneyLog log = JourneyLog.From([new() { Customer = "c", Event = "e", At = Noon, Attributes = Of("device"), CustomerAttributes = Of("plan") }]);
        Assert.Equal("The log has no customer attribute 'Plan'; it has 'plan'.", Assert.Throws<ArgumentException>(() => log.Measure(new EventCount().By(Dimension.Attribute("Plan")))).Message);
        Assert.Equal("The log has no event attribute 'plan'; it has 'device'.", Assert.Throws<ArgumentException>(() => log.Measure(new Nps().By(Dimension.EventAttribute("plan")))).Message);
        Assert.Equal("The log has no event attribute 'plan': it has none at all.", Assert.Throws<ArgumentException>(() => Large.Measure(new Nps().By(Dimension.EventAttribute("plan")))).Message);

        static Dictionary<string, string> Of(string name) => new() { [name] = "x" };
    }

    /// <summary>Acts at a customer, or at every one: waiting for what another does keeps a thread from being through before the other begins.</summary>
    private sealed record Failing(int? At, Action Act) : Analysis<int>
    {
        public override Accumulator<int> CreateAccumulator(LogSchema schema) => new Never(this);

        private sealed class Never(Failing definition) : Accumulator<int>
        {
            public override void Add(in CustomerTrace trace)
            {
                if (definition.At is null || trace.Customer == definition.At) definition.Act();
            }

            public override void Merge(Accumulator<int> other)
            {
            }

            public override int ToResult() => 0;
        }
    }

    private sealed record Unmakable : Analysis<int>
    {
        public override Accumulator<int> CreateAccumulator(LogSchema schema) => throw new InvalidTimeZoneException();
    }
}
