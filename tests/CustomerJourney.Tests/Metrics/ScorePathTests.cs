using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Scores are read straight from the column of answers where nothing else is asked of them; the answer is the same as by single events.</summary>
public class ScorePathTests
{
    [Fact]
    public void Names_of_questions_change_no_score_and_are_told()
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Nps nps = new() { Counting = counting };
            Breakdown<NpsResult> plain = Log(_ => null).Measure(nps.By(Dimension.Channel)), named = Log(number => $"q{number % 3}").Measure(nps.By(Dimension.Channel));
            Assert.Equal(4, plain.Count);
            Assert.Equal(plain.Select(Scores), named.Select(Scores));
            Assert.Equal(plain.Total.AnswersByScore, named.Total.AnswersByScore);
            Assert.Empty(plain.Total.Questions);
            Assert.Equal(["q0", "q1", "q2"], named.Total.Questions);
        }

        static string Scores(BreakdownRow<NpsResult> row) => $"{row.Group}: {string.Join(' ', row.Result.AnswersByScore)} of {row.Result.Customers}, {row.Result.Invalid} invalid";
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

    private static JourneyLog Log(Func<int, string?> question, string prefix = "c")
    {
        Random random = new(5);
        List<JourneyEvent> events = [];
        for (int number = 0; number < 600; number++)
        {
            string customer = $"{prefix}{random.Next(150)}";
            events.Add(new JourneyEvent
            {
                Customer = customer,
                Event = "answer",
                At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(500)),
                Channel = random.Next(4) switch { 0 => "web", 1 => "mobile", 2 => "phone", _ => null },
                Feedback = random.Next(5) == 0 ? new Feedback(FeedbackKind.Emotion, (random.NextDouble() * 4) - 2, question(number)) : new Feedback(FeedbackKind.Nps, random.Next(0, 11), question(number)),
                Attributes = new Dictionary<string, string> { ["weight"] = number % 7 == 0 ? "3.5" : "1" },
            });
        }

        return JourneyLog.From(events);
    }
}
