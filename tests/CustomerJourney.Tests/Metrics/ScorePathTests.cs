using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Scores are read straight from the column of answers where nothing else is asked of them; the answer is the same as by single events.</summary>
public class ScorePathTests
{
    [Fact]
    public void Names_of_questions_change_no_score_and_are_told()
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Check(new Nps { Counting = counting });
            Check(new Csat { Counting = counting, ScaleMinimum = 0, ScaleMaximum = 10, TopBoxes = 2 });
            Check(new Ces { Counting = counting });
            Check(new Ces { Counting = counting, Version = CesVersion.Version1 });
        }

        static void Check<TResult>(SurveyMetric<TResult> metric)
            where TResult : SurveyResult
        {
            JourneyLog plain = Log(_ => null), named = Log(number => $"q{number % 3}");
            Assert.Equal(Scores(plain.Measure(metric)), Scores(named.Measure(metric)));
            Assert.Empty(plain.Measure(metric).Questions);
            Assert.Equal(["q0", "q1", "q2"], named.Measure(metric).Questions);

            Breakdown<TResult> plainRows = plain.Measure(metric.By(Dimension.Channel)), namedRows = named.Measure(metric.By(Dimension.Channel));
            Assert.Equal(4, plainRows.Count);
            Assert.Equal(plainRows.Select(row => $"{row.Group}: {Scores(row.Result)}"), namedRows.Select(row => $"{row.Group}: {Scores(row.Result)}"));
            Assert.Equal(Scores(plainRows.Total), Scores(namedRows.Total));
            Assert.Equal(Scores(plain.Measure(metric)), Scores(plainRows.Total));
            Assert.Empty(plainRows.Total.Questions);
            Assert.Equal(["q0", "q1", "q2"], namedRows.Total.Questions);
        }

        static string Scores(SurveyResult result) =>
            $"{result.Value} {string.Join(' ', result.Counts)} of {result.Customers}, {string.Join(' ', result.Clusters ?? [])}";
    }

    [Fact]
    public void Sums_over_customers_are_those_of_a_plain_loop_over_answers()
    {
        List<JourneyEvent> events = Events(_ => null);
        Breakdown<NpsResult> channels = JourneyLog.From(events).Measure(new Nps { Counting = AnswerCounting.All }.By(Dimension.Channel));
        foreach (BreakdownRow<NpsResult> row in channels)
            Assert.Equal(Expected(events.Where(one => (one.Channel ?? "None") == row.Group)), row.Result.Clusters!);
        Assert.Equal(Expected(events), channels.Total.Clusters!);

        static IEnumerable<ClusterTotals> Expected(IEnumerable<JourneyEvent> events)
        {
            int[][] customers = [.. events.Where(one => one.Feedback is { Kind: FeedbackKind.Nps, Score: <= 10 }).GroupBy(one => one.Customer, one => (int)one.Feedback!.Value.Score).Select(group => group.ToArray())];
            foreach (Func<int, int> worth in (Func<int, int>[])[score => score >= 9 ? 1 : score <= 6 ? -1 : 0, score => score >= 9 ? 1 : 0, score => score is 7 or 8 ? 1 : 0, score => score <= 6 ? 1 : 0])
            {
                yield return new ClusterTotals
                {
                    Clusters = customers.Length,
                    Count = customers.Sum(answers => answers.Length),
                    Sum = customers.Sum(answers => answers.Sum(worth)),
                    SumOfSquares = customers.Sum(answers => answers.Sum(worth) * answers.Sum(worth)),
                    SumOfProducts = customers.Sum(answers => answers.Sum(worth) * answers.Length),
                    SumOfSquaredCounts = customers.Sum(answers => answers.Length * answers.Length),
                };
            }
        }
    }

    [Fact]
    public void A_question_a_weight_and_a_feeling_are_heeded_in_groups()
    {
        JourneyLog log = Log(number => number % 2 == 0 ? "asked" : null);
        Breakdown<NpsResult> asked = log.Measure(new Nps { Question = "asked", Counting = AnswerCounting.All }.By(Dimension.Channel));
        Assert.Equal(log.Measure(new Nps { Question = "asked", Counting = AnswerCounting.All }).AnswersByScore, asked.Total.AnswersByScore);
        Assert.InRange(asked.Total.Responses, 1, log.Measure(new Nps { Counting = AnswerCounting.All }).Responses - 1);
        JourneyLog unnamed = Log(_ => null);
        Assert.Equal(unnamed.Measure(new Nps { Weight = "weight" }).Value, unnamed.Measure(new Nps { Weight = "weight" }.By(Dimension.Channel)).Total.Value);
        Assert.NotEqual(unnamed.Measure(new Nps()).Value, unnamed.Measure(new Nps { Weight = "weight" }).Value);
        Assert.Equal(unnamed.Measure(new ObservedEmotion()).Value, unnamed.Measure(new ObservedEmotion().By(Dimension.Channel)).Total.Value);
        Assert.NotNull(unnamed.Measure(new ObservedEmotion()).Value);
    }

    [Fact]
    public void Parts_of_which_one_names_questions_tell_that_several_were_put_together()
    {
        Analysis<Breakdown<NpsResult>> byChannel = new Nps().By(Dimension.Channel);
        PartialResult<Breakdown<NpsResult>> unnamed = Log(_ => null).MeasurePart(byChannel), named = Log(_ => "only", "z").MeasurePart(byChannel);
        Assert.Equal(["", "only"], unnamed.Merge(named).ToResult().Total.Questions);
    }

    private static JourneyLog Log(Func<int, string?> question, string prefix = "c") => JourneyLog.From(Events(question, prefix));

    private static List<JourneyEvent> Events(Func<int, string?> question, string prefix = "c")
    {
        Random random = new(5);
        List<JourneyEvent> events = [];
        for (int number = 0; number < 1200; number++)
        {
            string customer = $"{prefix}{random.Next(150)}";
            events.Add(new JourneyEvent
            {
                Customer = customer,
                Event = "answer",
                At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(500)),
                Channel = random.Next(4) switch { 0 => "web", 1 => "mobile", 2 => "phone", _ => null },
                Feedback = random.Next(10) switch
                {
                    0 or 1 => new Feedback(FeedbackKind.Emotion, (random.NextDouble() * 4) - 2, question(number)),
                    2 => new Feedback(FeedbackKind.Ces, random.Next(0, 9), question(number)),
                    3 => new Feedback(FeedbackKind.Ces1, random.Next(0, 7), question(number)),
                    4 => new Feedback(FeedbackKind.Csat, random.Next(0, 11), question(number)),
                    _ => new Feedback(FeedbackKind.Nps, random.Next(60) == 0 ? 11 : random.Next(0, 11), question(number)),
                },
                Attributes = new Dictionary<string, string> { ["weight"] = number % 7 == 0 ? "3.5" : "1" },
            });
        }

        return events;
    }
}
