using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Scores that are read in runs, because answers name no questions, are counted as those that are read event by event, because they do.</summary>
public class ScorePathPropertyTests
{
    private static readonly ReportingCalendar Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    private static readonly Dimension[] OfLogs =
    [
        Dimension.Channel, Dimension.Calendar(CalendarUnit.Day, Berlin), Dimension.Calendar(CalendarUnit.Week), Dimension.EventAttribute("device"), Dimension.Attribute("plan"),
        Dimension.Attribute("plan").Top(1), Dimension.Channel.First.Top(2), Dimension.Channel.AtFirst("buy"),
    ];

    private static readonly Dimension[] OfStaged = [.. OfLogs, Dimension.Stage, Dimension.Touchpoint, Dimension.Persona, Dimension.CurrentStage, Dimension.Persona.Top(1)];

    [Fact]
    public void Runs_count_as_single_events_do_in_any_group() => Prop.ForAll(Events, events =>
    {
        JourneyLog plain = JourneyLog.From(events), named = JourneyLog.From(Named(events));
        foreach (Dimension dimension in OfLogs) Check(metric => (plain.Measure(metric), named.Measure(metric)), dimension, null);
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Channel, Dimension.Calendar(CalendarUnit.Day));
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Attribute("plan").Top(1), Dimension.Channel);
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Channel, Dimension.Channel);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_count_as_single_events_do_after_classification() => Prop.ForAll(Events, events =>
    {
        StagedLog plain = LogGenerator.Shop.Classify(JourneyLog.From(events)), named = LogGenerator.Shop.Classify(JourneyLog.From(Named(events)));
        foreach (Dimension dimension in OfStaged) Check(metric => (plain.Measure(metric), named.Measure(metric)), dimension, null);
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Touchpoint, Dimension.Stage);
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Persona.Top(1), Dimension.Touchpoint);
        Check(metric => (plain.Measure(metric), named.Measure(metric)), Dimension.Stage, Dimension.Calendar(CalendarUnit.Month));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_give_the_same_bits_in_any_partition_and_with_any_number_of_threads() => Prop.ForAll(Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Nps nps = new() { Counting = counting };
            MetricParts.Same(events, nps, Text, seed);
            foreach (Dimension dimension in (Dimension[])[Dimension.Channel, Dimension.Calendar(CalendarUnit.Day), Dimension.Channel.First.Top(1)])
                MetricParts.Same(events, nps.By(dimension), Text, seed);
            MetricParts.Same(events, nps.By(Dimension.Channel.AtFirst("buy").Top(1), Dimension.Calendar(CalendarUnit.Week)), Text, seed);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_that_names_questions_merges_with_one_that_does_not() => Prop.ForAll(Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Analysis<Breakdown<NpsResult>> question = new Nps { Counting = counting }.By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Day));
            JourneyEvent[] one = [.. events.Where(item => IsFirst(item.Customer))], other = [.. events.Where(item => !IsFirst(item.Customer))];
            string expected = Text(JourneyLog.From(events).Measure(question));
            Assert.Equal(expected, Text(JourneyLog.From(one).MeasurePart(question).Merge(JourneyLog.From(Named(other)).MeasurePart(question)).ToResult()));
            Assert.Equal(expected, Text(JourneyLog.From(Named(one)).MeasurePart(question).Merge(JourneyLog.From(other).MeasurePart(question)).ToResult()));
        }

        bool IsFirst(string customer) => (customer[0] ^ seed) % 2 == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Comparisons_which_pair_customers_read_runs_as_single_events() => Prop.ForAll(Events, events =>
    {
        ComparisonOptions options = new() { Measures = [.. Enum.GetValues<AnswerCounting>().SelectMany(counting => (Analysis[])[new Nps { Counting = counting }, new Nps { Counting = counting }.By(Dimension.Channel), new Nps { Counting = counting }.By(Dimension.Channel.First.Top(1))])] };
        // The later half of the log has customers of the earlier one, so that differences are taken customer by customer.
        Assert.Equal(Rows(Named(events)), Rows(events));

        string Rows(JourneyEvent[] all)
        {
            JourneyEvent[] early = [.. all.Where(one => one.At < LogGenerator.Start.AddHours(50))], late = [.. all.Where(one => one.At >= LogGenerator.Start.AddHours(50))];
            return string.Join('\n', JourneyComparison.Between(LogGenerator.Shop.Classify(JourneyLog.From(early)), LogGenerator.Shop.Classify(JourneyLog.From(late)), options).Differences);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_count_as_single_events_do_without_groups() => Prop.ForAll(Events, events =>
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Same(new Nps { Counting = counting });
            Same(new Csat { Counting = counting });
            Same(new Csat { Counting = counting, ScaleMinimum = 0, ScaleMaximum = 10 });
            Same(new Ces { Counting = counting });
        }

        void Same<TResult>(SurveyMetric<TResult> metric)
            where TResult : SurveyResult
        {
            TResult plain = JourneyLog.From(events).Measure(metric), named = JourneyLog.From(Named(events)).Measure(metric);
            Assert.Equal(ResultText.Of(named), ResultText.Of(plain));
            Assert.Equal(named.Clusters ?? [], plain.Clusters ?? []);
            Assert.Equal(named.Customers, plain.Customers);
            // The answers of customers one by one.
            if (metric.Counting == AnswerCounting.All && plain.Clusters is { } clusters)
                Assert.Equal(
                    events.Where(one => one.Feedback is { } answer && answer.Kind == metric.Kind && IsOn(metric, answer.Score)).GroupBy(one => one.Customer).Sum(customer => (double)customer.Count() * customer.Count()),
                    clusters[0].SumOfSquaredCounts);
        }

        static bool IsOn<TResult>(SurveyMetric<TResult> metric, double score)
            where TResult : SurveyResult => score == Math.Floor(score) && metric switch
            {
                Csat csat => score >= csat.ScaleMinimum && score <= csat.ScaleMaximum,
                Ces => score is >= 1 and <= 7,
                _ => score is >= 0 and <= 10,
            };
    }).QuickCheckThrowOnFailure();

    private static void Check(Func<Analysis<Breakdown<NpsResult>>, (Breakdown<NpsResult> Plain, Breakdown<NpsResult> Named)> measure, Dimension rows, Dimension? columns)
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Nps nps = new() { Counting = counting };
            (Breakdown<NpsResult> plain, Breakdown<NpsResult> named) = measure(columns is null ? nps.By(rows) : nps.By(rows, columns));
            Assert.Equal(Text(named), Text(plain));
            Assert.All(plain, row => Assert.Empty(row.Result.Questions));
            Assert.Equal(named.Total.Responses > 0 || named.Total.Invalid > 0 ? ["q"] : [], named.Total.Questions);
        }
    }

    private static string Text(Breakdown<NpsResult> result) => $"{ResultText.Of(result)}\n{string.Join('\n', result.Select(row => Text(row.Result)))}\n{Text(result.Total)}";

    private static string Text(NpsResult result) => $"{ResultText.Of(result)} {string.Join(' ', result.AnswersByScore)} {string.Join(' ', result.Clusters ?? [])} {string.Join(' ', result.Remarks.Where(remark => !remark.Contains("questions together", StringComparison.Ordinal)))}";

    private static JourneyEvent[] Named(IEnumerable<JourneyEvent> events) => [.. events.Select(one => one.Feedback is { } answer ? one with { Feedback = new Feedback(answer.Kind, answer.Score, "q", answer.About) } : one)];

    // Parts of a log in which nobody has an attribute cannot be asked for it.
    private static JourneyEvent WithAttributes(JourneyEvent one) => one with
    {
        Attributes = one.Attributes.Count > 0 ? one.Attributes : new Dictionary<string, string> { ["device"] = "phone" },
        CustomerAttributes = new Dictionary<string, string> { ["plan"] = one.Customer is "a" or "B" ? "free" : one.Customer is "b" ? "pro" : "team" },
    };

    private static Arbitrary<JourneyEvent[]> Events { get; } = Arb.From(
        LogGenerator.Events.Generator.Select(events => events.Select(one => WithAttributes(one.Feedback is { } answer ? one with { Feedback = new Feedback(answer.Kind, answer.Score, null, answer.About) } : one)).ToArray())
            .Where(events => events.Length > 0),
        events => LogGenerator.Shrink(events).Where(smaller => smaller.Length > 0));
}
