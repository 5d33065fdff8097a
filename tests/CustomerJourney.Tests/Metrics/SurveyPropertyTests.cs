using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

public class SurveyPropertyTests
{
    private static readonly string[] Customers = ["a", "b", "c", "ä", "d", "e", "f"];
    private static readonly FeedbackKind[] Kinds = [FeedbackKind.Nps, FeedbackKind.Nps, FeedbackKind.Csat, FeedbackKind.Ces, FeedbackKind.Ces1, FeedbackKind.Emotion, FeedbackKind.EmployeeNps];
    private static readonly double[] Scores = [-2, -0.5, 0, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50];
    private static readonly string?[] Weights = ["1", "0.3333333333333333", "2.7", "0", "1e3", "-1", "heavy", null];
    private static readonly string?[] Questions = ["shop", "help", null];

    private static Arbitrary<JourneyEvent[]> Events { get; } = Arb.From(
        Gen.Sized(size => Gen.Choose(0, 3 * size).SelectMany(count => Event.ArrayOf(count))).Select(LogGenerator.WithSequences), LogGenerator.Shrink);

    private static Gen<JourneyEvent> Event =>
        from customer in Gen.Elements(Customers)
        from hour in Gen.Choose(0, 40)
        from isInvitation in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        from kind in Gen.Elements(Kinds)
        from score in Gen.Elements(Scores)
        from question in Gen.Elements(Questions)
        from weight in Gen.Elements(Weights)
        from channel in Gen.Elements("web", "mail", null)
        select new JourneyEvent
        {
            Customer = customer,
            Event = isInvitation ? "invited" : "answered",
            At = Answers.Noon.AddHours(hour),
            Channel = channel,
            Feedback = isInvitation ? null : new Feedback(kind, score, question),
            Attributes = weight is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["w"] = weight },
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = customer[0] < 'd' ? "pro" : "free" },
        };

    [Fact]
    public void Any_partition_and_any_number_of_threads_give_the_same_bits() => Prop.ForAll(Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        JourneyLog whole = JourneyLog.From(events);
        Random random = new(seed);
        Dictionary<string, int> partOf = Customers.ToDictionary(customer => customer, _ => random.Next(3));
        JourneyLog[] parts = [.. Enumerable.Range(0, 3).Select(part => JourneyLog.From(events.Where(one => partOf[one.Customer] == part)))];
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            foreach (string? weight in new[] { null, "w" })
            {
                Same(new Nps { Counting = counting, Weight = weight }, Text);
                Same(new Nps { OfEmployees = true, Counting = counting, Question = "shop", Weight = weight }, Text);
                Same(new Csat { Counting = counting, Weight = weight }, Text);
                Same(new Ces { Counting = counting, Weight = weight, Version = CesVersion.Version1 }, Text);
                Same(new ObservedEmotion { Counting = counting, Weight = weight }, Text);
            }

            if (events.Any(one => one.Channel is not null)) Same(new ObservedEmotion { Counting = counting, Weight = "w" }.By(Dimension.Channel), Groups);
            Same(new Nps { Counting = counting }.AskedBy(TimeSpan.FromHours(7), "invited"), Text);
        }

        Same(new ResponseRate(FeedbackKind.Nps, "invited") { Within = TimeSpan.FromHours(3) }, Text);
        Same(new ResponseRate(FeedbackKind.Nps, "invited"), Text);
        Same(new PeakEnd(), Text);
        Same(Index, Text);

        void Same<T>(Analysis<T> question, Func<T, string> text)
        {
            string expected = text(whole.Measure(question));
            Assert.Equal(expected, text(whole.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 3 })));
            PartialResult<T>[] answers = [.. LogGenerator.Shuffled(parts, seed).Select(part => PartialResult<T>.FromBytes(question, part.MeasurePart(question).ToBytes()))];
            Assert.Equal(expected, text(answers.Aggregate((left, right) => left.Merge(right)).ToResult()));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_are_those_of_a_slow_reference() => Prop.ForAll(Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        JourneyEvent[] latest = [.. InOrder(events, FeedbackKind.Nps).GroupBy(one => one.Customer).Select(own => own.Last())];
        double[] valid = [.. latest.Select(one => one.Feedback!.Value.Score).Where(score => score is >= 0 and <= 10 && score == Math.Floor(score))];
        NpsResult nps = log.Measure(new Nps());
        Assert.Equal((valid.Length, latest.Length - valid.Length), ((int)nps.Responses, (int)nps.Invalid));
        if (valid.Length == 0) Assert.Null(nps.Score);
        else Assert.Equal(100 * valid.Average(score => score >= 9 ? 1.0 : score <= 6 ? -1.0 : 0.0), nps.Score!.Value, 1e-9);

        // Weighted, over all answers: the ratio estimate over customers, written out.
        (string Customer, double Score, double Weight)[] all =
        [
            .. InOrder(events, FeedbackKind.Emotion)
                .Where(one => one.Feedback!.Value.Score is >= -2 and <= 2 && one.Attributes.TryGetValue("w", out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double weight) && weight >= 0)
                .Select(one => (one.Customer, one.Feedback!.Value.Score, double.Parse(one.Attributes["w"], CultureInfo.InvariantCulture))),
        ];
        EmotionResult emotion = log.Measure(new ObservedEmotion { Counting = AnswerCounting.All, Weight = "w", TrustScale = true });
        Assert.Equal((all.Length, all.Select(one => one.Customer).Distinct().Count()), ((int)emotion.Responses, (int)emotion.Customers));
        double total = all.Sum(one => one.Weight);
        if (total == 0)
        {
            Assert.Null(emotion.Mean);
            return;
        }

        double mean = all.Sum(one => one.Weight * one.Score) / total;
        Assert.Equal(mean, emotion.Mean!.Value, 1e-9);
        double[] residuals = [.. all.GroupBy(one => one.Customer).Select(own => own.Sum(one => one.Weight * (one.Score - mean)) / total)];
        if (residuals.Length < 2) Assert.Null(emotion.Estimate);
        else
        {
            double error = Math.Sqrt(residuals.Sum(residual => residual * residual) * residuals.Length / (residuals.Length - 1));
            Assert.Equal(Math.Min(2, mean + (error * -StudentTDistribution.Quantile(0.025, residuals.Length - 1))), emotion.Estimate!.Upper, 1e-5);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Response_rates_are_those_of_a_slow_reference() => Prop.ForAll(Events, events =>
    {
        long asked = 0, answered = 0, unasked = 0;
        foreach (IGrouping<string, JourneyEvent> own in events.OrderBy(one => one.At).ThenBy(one => one.Sequence).GroupBy(one => one.Customer))
        {
            bool isOpen = false, isAsked = false;
            foreach (JourneyEvent one in own)
            {
                if (one.Event == "invited") (isOpen, isAsked, asked) = (true, true, asked + 1);
                else if (one.Feedback!.Value.Kind == FeedbackKind.Nps)
                {
                    if (isOpen) answered++;
                    else if (!isAsked) unasked++;
                    isOpen = false;
                }
            }
        }

        ResponseRateResult result = JourneyLog.From(events).Measure(new ResponseRate(FeedbackKind.Nps, "invited"));
        Assert.Equal((asked, answered, unasked, 0L), (result.Asked, result.Answered, result.Unasked, result.Open));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_and_limits_stay_in_their_bounds_and_JSON_parses() => Prop.ForAll(Events, Gen.Choose(1, 99).ToArbitrary(), (events, percent) =>
    {
        JourneyLog log = JourneyLog.From(events);
        double level = percent / 100.0;
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            foreach (string? weight in new[] { null, "w" })
            {
                Within(log.Measure(new Nps { Counting = counting, Weight = weight, Level = level }), -100, 100, true);
                Within(log.Measure(new Csat { Counting = counting, Weight = weight, Level = level }), 0, 1, true);
                Within(log.Measure(new Ces { Counting = counting, Weight = weight, Level = level }), 1, 7, false);
                Within(log.Measure(new ObservedEmotion { Counting = counting, Weight = weight, Level = level }), -2, 2, false);
            }
        }

        foreach (NpsInterval interval in Enum.GetValues<NpsInterval>()) Within(log.Measure(new Nps { Interval = interval, Level = level }), -100, 100, true);
        foreach (CsatInterval interval in Enum.GetValues<CsatInterval>()) Within(log.Measure(new Csat { Interval = interval, Level = level }), 0, 1, true);
        Within(log.Measure(new ResponseRate(FeedbackKind.Nps, "invited") { Level = level }), 0, 1, true);
        Within(log.Measure(new PeakEnd { Level = level }), -2, 2, false);
        Within(log.Measure(Index), 0, 100, false);

        static void Within(MetricResult result, double least, double greatest, bool limitsToo)
        {
            JsonDocument.Parse(result.ToJson()).Dispose();
            Assert.NotEmpty(result.ToString());
            Assert.Equal(result.Value is null, result.WhyNoValue is not null);
            Assert.Equal(result.Counts.Count, result.Counts.Select(count => count.Name).Distinct().Count());
            if (result.Value is not { } value)
            {
                Assert.Null(result.Estimate);
                return;
            }

            Assert.InRange(value, least, greatest);
            if (result.Estimate is not { } estimate) return;
            Assert.Equal(value, estimate.Value);
            Assert.True(estimate.Lower <= estimate.Upper);
            if (!limitsToo) return;
            Assert.InRange(estimate.Lower, least, greatest);
            Assert.InRange(estimate.Upper, least, greatest);
            foreach (MetricFigure figure in result.OtherFigures.Where(figure => figure.Kind == ResultColumnKind.Share && figure.Estimate is not null)) Assert.InRange(figure.Estimate!.Lower, -1, figure.Estimate.Upper);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_add_up_to_the_total() => Prop.ForAll(Events, events =>
    {
        if (events.Length == 0) return;
        Breakdown<NpsResult> byPlan = JourneyLog.From(events).Measure(new Nps().AskedBy("invited").By(Dimension.Attribute("plan")));
        Assert.Equal(byPlan.Total.Responses, byPlan.Sum(row => row.Result.Responses));
        Assert.Equal(byPlan.Total.Asked, byPlan.Sum(row => row.Result.Asked));
        Assert.Equal(byPlan.Total.Missing, byPlan.Sum(row => row.Result.Missing));
        Assert.Equal(byPlan.Total.Promoters, byPlan.Sum(row => row.Result.Promoters));
    }).QuickCheckThrowOnFailure();

    private static readonly ExperienceIndex Index = new(
        new ExperiencePart { Name = "A", Question = "shop", Weight = 0.25, ScaleMinimum = 0, ScaleMaximum = 10, Kind = FeedbackKind.Nps },
        new ExperiencePart { Name = "B", Question = "help", Weight = 0.75, ScaleMinimum = 0, ScaleMaximum = 10, LowIsGood = true, Kind = FeedbackKind.Nps });

    private static IEnumerable<JourneyEvent> InOrder(JourneyEvent[] events, FeedbackKind kind) =>
        events.Where(one => one.Feedback?.Kind == kind).OrderBy(one => one.At).ThenBy(one => one.Sequence);

    private static string Text(MetricResult result) => $"{ResultText.Of(result)}\n{result.ToJson()}";

    private static string Groups<T>(Breakdown<T> result)
        where T : MetricResult => $"{ResultText.Of(result)}\n{result.ToJson()}";
}
