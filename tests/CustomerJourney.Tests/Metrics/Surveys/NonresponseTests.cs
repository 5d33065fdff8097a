using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Reporting;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Surveys;

public class NonresponseTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Invitations_are_answered_late_not_at_all_or_open()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Of("in time", ("sent", 0), ("answer", 3)),
            .. Of("on the last instant", ("sent", 0), ("answer", 14)),
            .. Of("late", ("sent", 0), ("answer", 15)),
            .. Of("never", ("sent", 0)),
            .. Of("twice", ("sent", 0), ("answer", 1), ("sent", 20), ("open", 25)),
            .. Of("reminded", ("sent", 0), ("sent", 5), ("answer", 6)),
            .. Of("asked anew", ("sent", 0), ("sent", 30), ("answer", 31)),
            .. Of("uninvited", ("answer", 2)),
            .. Of("young", ("sent", 50), ("answer", 51)),
            .. Of("younger", ("sent", 55), ("open", 60)),
        ]);
        InvitationOutcomesResult result = log.Measure(new InvitationOutcomes(new Nps(), "sent"));
        Assert.Equal((5L, 1L, 3L), (result.Answered, result.AnsweredLate, result.NotAnswered));
        Assert.Equal((2L, 1L, 1L, 1L, 9L), (result.Open, result.OpenAnswered, result.Reminders, result.UninvitedAnswers, result.Customers));
        Assert.Equal(5.0 / 9, result.Value!.Value, 1e-12);
        Assert.EndsWith("clustered by customer", result.Estimate!.Method, StringComparison.Ordinal);
        InvitationOutcomesResult later = log.Measure(new InvitationOutcomes(new Nps(), "sent") { ObservedUntil = Start.AddDays(100) });
        Assert.Equal((6L, 1L, 4L, 0L), (later.Answered, later.AnsweredLate, later.NotAnswered, later.Open));
        InvitationOutcomesResult open = log.Measure(new InvitationOutcomes(new Nps(), "sent") { Within = TimeSpan.FromDays(400) });
        Assert.Equal((NoValueReason.StillOpen, 10L, 2L), (open.WhyNoValue!.Reason, open.Open, open.Reminders));
        Assert.Contains("'asked'", log.Measure(new InvitationOutcomes(new Nps(), "asked")).WhyNoValue!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_partition_gives_the_same_bits_and_the_states_add_up() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        (JourneyLog whole, JourneyLog[] parts) = LogParts.Of(events, seed);
        InvitationOutcomes invitations = new(new Nps(), "ask", "open") { Within = TimeSpan.FromHours(20) };
        LogParts.Same(whole, parts, invitations, result => result.ToJson(), seed);
        ResponseBias bias = new(new Nps(), "ask", "open") { Within = TimeSpan.FromHours(20), MinimumCustomers = 1, Of = [Driver.Activity, Driver.Recency, Driver.Events, Driver.Attribute("plan"), Driver.LastChannel] };
        LogParts.Same(whole, parts, bias, result => result.ToJson(), seed);
        LogParts.Same(whole, parts, (bias with { AsOf = LogGenerator.Start.AddHours(60) }).By(Dimension.Attribute("segment")), ResultText.Of, seed);
        LogParts.Same(whole, parts, new PoststratifiedSurvey(new Nps(), "plan", "segment"), result => result.ToJson(), seed);

        InvitationOutcomesResult counted = whole.Measure(invitations);
        Assert.Equal(events.Count(one => one.Event is "ask" or "open") + parts.Length, counted.Closed + counted.Open + counted.Reminders);
        Assert.Equal(events.Count(one => one.Feedback is { Kind: FeedbackKind.Nps }), counted.Answered + counted.AnsweredLate + counted.OpenAnswered + counted.UninvitedAnswers);
        ResponseBiasResult compared = whole.Measure(bias);
        Assert.Equal(whole.CustomerCount, compared.Respondents + compared.Nonrespondents + compared.Open + compared.NotInvited);
        Assert.Equal(whole.Measure(new Nps()).Responses, whole.Measure(new PoststratifiedSurvey(new Nps(), "plan")).Observations);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bias_that_was_planted_is_found_and_weights_take_it_back()
    {
        JourneyLog log = JourneyLog.From(Planted(4000, 11));
        ResponseBiasResult bias = log.Measure(new ResponseBias(new Nps(), "sent") { Of = [Driver.Attribute("plan"), Driver.Activity, Driver.Channels] });
        // Of pro customers (half of all) 60 % answer, of free ones 20 %: three quarters of the answers are theirs, a third of the silence.
        ResponseBiasRow pro = bias["plan", "pro"];
        Assert.Equal(0.75, pro.AmongRespondents!.Value, 0.03);
        Assert.Equal(1.0 / 3, pro.AmongNonrespondents!.Value, 0.03);
        Assert.Equal(0.5, pro.AmongAll!.Value, 0.03);
        double p = pro.AmongRespondents.Value, q = pro.AmongNonrespondents.Value;
        Assert.Equal((p - q) / Math.Sqrt((p * (1 - p) + q * (1 - q)) / 2), pro.StandardizedDifference!.Value, 1e-12);
        Assert.Equal(ResponseBiasLevel.Marked, bias.Bias);
        Assert.Equal(pro.StandardizedDifference.Value, bias.Value!.Value, 1e-12);
        Assert.True(pro.Test!.AdjustedPValue < 1e-6);
        Assert.True(bias["Channel", "web"].Test!.AdjustedPValue > 0.05);
        Assert.Contains(bias.Warnings, warning => warning.Message.Contains("plan", StringComparison.Ordinal));

        // All pro customers are promoters, all free ones detractors: 0 in truth, 50 as it was answered.
        PoststratifiedSurveyResult weighted = log.Measure(new PoststratifiedSurvey(new Nps(), "plan"));
        Assert.Equal(50, weighted.Unweighted!.Value, 5.0);
        Assert.Equal(log.Measure(new Nps()).Score!.Value, weighted.Unweighted.Value, 1e-9);
        double truth = 100 * (2 * weighted.Cells.Single(cell => cell.Values[0] == "pro").Customers / 4000.0 - 1);
        Assert.Equal(truth, weighted.Value!.Value, 1e-9);
        Assert.Equal(truth, weighted.Estimate!.Value, 1e-9);
        Assert.InRange(weighted.DesignEffect!.Value, 1.2, 1.5);
        Assert.Equal(weighted.Observations / weighted.DesignEffect.Value, weighted.EffectiveAnswers!.Value, 1e-6);
        Assert.Equal(weighted.Observations, weighted.Cells.Sum(cell => cell.Answers * (cell.Weight ?? 0)), 1e-6);
    }

    /// <summary>Whoever has the plan answers and nobody else: within the groups nothing varies, and the bias could not be greater.</summary>
    [Fact]
    public void Groups_that_are_wholly_apart_are_biased()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).SelectMany(i => Of($"c{i:D2}", i % 3 == 0 ? [("seen", -2), ("seen", -1), ("sent", 0), ("answer", 1)] : [("seen", -1), ("sent", 0), ("seen", 40)])
            .Select(e => e with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i % 3 == 0 ? "pro" : "free" } })));
        ResponseBiasResult bias = log.Measure(new ResponseBias(new Nps(), "sent") { Of = [Driver.Attribute("plan"), Driver.EventCounts] });
        Assert.Equal((20L, 40L), (bias.Respondents, bias.Nonrespondents));

        // In standard deviations of all: for shares 1 / √(1/3 · 2/3), and for counts of 2 and 1 the same.
        Assert.Equal(1 / Math.Sqrt(2 / 9.0), bias["plan", "pro"].StandardizedDifference!.Value, 1e-12);
        Assert.Equal(-1 / Math.Sqrt(2 / 9.0), bias["plan", "free"].StandardizedDifference!.Value, 1e-12);
        Assert.Equal(1 / Math.Sqrt(2 / 9.0), bias["Event", "seen"].StandardizedDifference!.Value, 1e-12);
        Assert.Equal(ResponseBiasLevel.Marked, bias.Bias);
        Assert.Contains(bias.Warnings, warning => warning.Kind == MetricWarningKind.Assumption);
    }

    [Fact]
    public void Weighted_answers_that_are_all_the_same_are_not_certain()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 40).Select(i => Answers.One($"c{i}", FeedbackKind.Nps, 10, i) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i % 2 == 0 ? "a" : "b" } }));
        PoststratifiedSurveyResult same = log.Measure(new PoststratifiedSurvey(new Nps(), "plan"));
        Assert.Equal(100, same.Value!.Value, 1e-9);
        Estimate expected = NetShareInterval.AdjustedWald(40, 0, 0)!;
        Assert.Equal((100 * expected.Lower, 100 * expected.Upper), (same.Estimate!.Lower, same.Estimate.Upper));
        Assert.True(same.Estimate.Lower < 95);
    }

    [Fact]
    public void Weighted_answers_that_are_all_the_same_say_as_how_many_they_count()
    {
        // Of 30 customers with the plan 20 answer, of 30 without it 5.
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).Select(i => Answers.One($"c{i}", i is < 20 or (>= 30 and < 35) ? FeedbackKind.Nps : FeedbackKind.Csat, i is < 20 or (>= 30 and < 35) ? 10 : 5, i)
            with
        { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i < 30 ? "a" : "b" } }));
        PoststratifiedSurveyResult same = log.Measure(new PoststratifiedSurvey(new Nps(), "plan"));
        Assert.Equal("adjusted Wald, effective n", same.Estimate!.Method);
        Assert.Equal(25, same.Estimate.N);
        Assert.Equal(same.EffectiveAnswers!.Value, same.Estimate.EffectiveN, 1e-9);
        Assert.True(same.EffectiveAnswers < 20);
    }

    [Fact]
    public void Means_of_scores_end_with_their_scale_wherever_they_are_asked_for()
    {
        JourneyLog log = JourneyLog.From(((double[])[1, 7, 7, 1]).Select((score, i) => Answers.One($"c{i}", FeedbackKind.Ces, score, i) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i < 2 ? "a" : "b" } }));
        Estimate ces = log.Measure(new Ces()).Estimate!;
        Assert.Equal((1.0, 7.0), (ces.Lower, ces.Upper));
        PoststratifiedSurveyResult weighted = log.Measure(new PoststratifiedSurvey(new Ces(), "plan"));
        Assert.Equal((1.0, 7.0), (weighted.Estimate!.Lower, weighted.Estimate.Upper));
        Assert.Equal(ces, weighted.OtherFigures[0].Estimate);
        Assert.All(log.Measure(new AnswerContexts(new Ces())).Groups.Where(group => group.Answers == 4), group => Assert.Equal(ces, group.Estimate));
        Assert.All(log.Measure(new AnswerContexts(new Ces { Counting = AnswerCounting.All })).Groups.Where(group => group.Answers == 4), group => Assert.Equal((1.0, 7.0), (group.Estimate!.Lower, group.Estimate.Upper)));

        JourneyLog csat = JourneyLog.From(((double[])[1, 5, 5]).Select((score, i) => Answers.One($"c{i}", FeedbackKind.Csat, score, i) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i < 2 ? "a" : "b" } }));
        Assert.Equal(csat.Measure(new Csat()).Mean, csat.Measure(new PoststratifiedSurvey(CustomerOutcome.ScoreOf(new Csat()), "plan")).OtherFigures[0].Estimate);
        JourneyLog nps = JourneyLog.From(((double[])[0, 10]).Select((score, i) => Answers.One($"c{i}", FeedbackKind.Nps, score, i) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i < 1 ? "a" : "b" } }));
        Estimate score = nps.Measure(new PoststratifiedSurvey(CustomerOutcome.ScoreOf(new Nps()), "plan")).OtherFigures[0].Estimate!;
        Assert.Equal((0.0, 10.0), (score.Lower, score.Upper));
    }

    [Fact]
    public void Without_planted_bias_none_is_found()
    {
        ResponseBiasResult bias = JourneyLog.From(Planted(4000, 5, proAnswers: 0.4, freeAnswers: 0.4)).Measure(new ResponseBias(new Nps(), "sent") { Of = [Driver.Attribute("plan"), Driver.Activity, Driver.Channels] });
        Assert.Equal(ResponseBiasLevel.Negligible, bias.Bias);
        Assert.All(bias.Rows, row => Assert.True(row.Test is null || row.Test.AdjustedPValue > 0.01));
    }

    [Fact]
    public void Means_and_shares_are_those_of_a_slow_reference()
    {
        JourneyEvent[] events = Planted(300, 2);
        ResponseBiasResult bias = JourneyLog.From(events).Measure(new ResponseBias(new Nps(), "sent") { Of = [Driver.Activity, Driver.Channels, Driver.Recency], MinimumCustomers = 1 });
        var customers = events.GroupBy(one => one.Customer).Select(trace => (
            Before: trace.TakeWhile(one => one.Event != "sent").ToArray(), Asked: trace.FirstOrDefault(one => one.Event == "sent"), Answered: trace.Any(one => one.Feedback is not null))).ToArray();
        var answered = customers.Where(one => one.Answered).ToArray();
        var silent = customers.Where(one => one.Asked is not null && !one.Answered).ToArray();
        Assert.Equal((answered.Length, silent.Length, customers.Length - answered.Length - silent.Length), (bias.Respondents, bias.Nonrespondents, bias.NotInvited));
        Assert.Equal(answered.Average(one => one.Before.Length), bias["Behavior", "events"].AmongRespondents!.Value, 1e-9);
        Assert.Equal(silent.Average(one => one.Before.Length), bias["Behavior", "events"].AmongNonrespondents!.Value, 1e-9);
        Assert.Equal(customers.Average(one => one.Before.Length), bias["Behavior", "events"].AmongAll!.Value, 1e-9);
        Assert.Equal(answered.Average(one => one.Before.Any(e => e.Channel == "web") ? 1.0 : 0), bias["Channel", "web"].AmongRespondents!.Value, 1e-9);
        Assert.Equal(silent.Average(one => (one.Asked!.At - one.Before[^1].At).TotalDays), bias["Behavior", "days since the last event"].AmongNonrespondents!.Value, 1e-9);
        Assert.Equal(
            customers.Where(one => one.Asked is not null).Average(one => (one.Asked!.At - one.Before[^1].At).TotalDays), bias["Behavior", "days since the last event"].AmongAll!.Value, 1e-9);
    }

    [Fact]
    public void Weights_are_capped_cells_without_answers_are_told_and_shares_stay_shares()
    {
        JourneyLog log = JourneyLog.From(
            [.. Enumerable.Range(0, 30).SelectMany(index => Of($"few {index:D2}", ("answer", 1)).Select(one => Plan(one, "few", index < 20 ? 5 : 1))), .. Of("many", ("answer", 1)).Select(one => Plan(one, "many", 1))],
            [.. Enumerable.Range(0, 300).Select(index => new CustomerProfile { Customer = $"sleeper {index}", Attributes = new Dictionary<string, string> { ["plan"] = index < 200 ? "many" : "silent" } })]);
        PoststratifiedSurveyResult result = log.Measure(new PoststratifiedSurvey(new Csat(), "plan") { Cap = 3 });
        Assert.Equal([30L, 201L, 100L], result.Cells.Select(cell => cell.Customers));
        Assert.Equal((100L, 331L, 31L), (result.CustomersOutside, result.Customers, result.Observations));
        Assert.Equal((3.0, true), (result.Cells[1].Weight!.Value, result.Cells[1].IsCapped));
        double few = 30 / 231.0 / (30 / 31.0);
        Assert.Equal(few, result.Cells[0].Weight!.Value, 1e-12);
        Assert.Equal(20 * few / (30 * few + 3), result.Value!.Value, 1e-12);
        Assert.Equal("logit, linearized", result.Estimate!.Method);
        Assert.Equal(4, result.Warnings.Count(warning => warning.Kind == MetricWarningKind.Assumption));
        Assert.Equal(20.0 / 31, result.Unweighted!.Value, 1e-12);
        Assert.Equal("Student t, linearized", log.Measure(new PoststratifiedSurvey(CustomerOutcome.ScoreOf(new Csat()), "plan")).Estimate!.Method);

        static JourneyEvent Plan(JourneyEvent one, string plan, int score) => one with { Feedback = new(FeedbackKind.Csat, score), CustomerAttributes = new Dictionary<string, string> { ["plan"] = plan } };
    }

    [Fact]
    public void Nothing_to_tell_is_told_and_wrong_questions_are_refused()
    {
        JourneyLog plain = JourneyLog.From(Planted(20, 1));
        Assert.Equal(NoValueReason.NoData, plain.Measure(new ResponseBias(new Nps(), "never")).WhyNoValue!.Reason);
        Assert.Null(plain.Measure(new ResponseBias(new Nps(), "never")).Bias);
        Assert.Equal("There are no answers to CES.", plain.Measure(new PoststratifiedSurvey(new Ces(), "plan")).WhyNoValue!.Message);
        Assert.Equal(2, Assert.Throws<JourneyDefinitionException>(() => plain.Measure(new PoststratifiedSurvey(new Nps { Counting = AnswerCounting.All }, "color"))).Problems.Count);
        Assert.Throws<JourneyDefinitionException>(() => plain.Measure(new ResponseBias(new Csat { TopBoxes = 9 }, "sent")));
        Assert.Throws<JourneyDefinitionException>(() => plain.Measure(new InvitationOutcomes(new Csat { TopBoxes = 9 }, "sent")));
        Assert.Throws<ArgumentException>(() => new InvitationOutcomes(new Nps()));
        Assert.Throws<ArgumentException>(() => new ResponseBias(new Nps(), "sent", "sent"));
        Assert.Throws<ArgumentException>(() => new PoststratifiedSurvey(new Nps()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoststratifiedSurvey(new Nps(), "plan") { Cap = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new InvitationOutcomes(new Nps(), "sent") { Within = TimeSpan.Zero });
        Assert.Equal(new ResponseBias(new Nps(), "sent"), new ResponseBias(new Nps(), "sent"));
        Assert.Equal(new InvitationOutcomes(new Nps(), "sent"), new InvitationOutcomes(new Nps(), "sent"));
        Assert.Equal(new PoststratifiedSurvey(new Nps(), "plan"), new PoststratifiedSurvey(new Nps(), "plan"));
    }

    [Fact]
    public void Reports_take_them_and_json_parses()
    {
        JourneyLog log = JourneyLog.From(Planted(300, 4));
        ResponseBiasResult bias = log.Measure(new ResponseBias(new Nps(), "sent") { Of = [Driver.Attribute("plan")] });
        PoststratifiedSurveyResult weighted = log.Measure(new PoststratifiedSurvey(new Nps(), "plan"));
        InvitationOutcomesResult invitations = log.Measure(new InvitationOutcomes(new Nps(), "sent"));
        string html = JourneyReport.Create("Survey", page => page.Add(bias).Add(weighted).Add(weighted.CellTable).Add(invitations)).ToHtml();
        Assert.Contains("Response bias of NPS", html, StringComparison.Ordinal);
        Assert.Equal(3, JsonDocument.Parse(weighted.ToJson()).RootElement.GetProperty("parts")[0].GetProperty("rows").GetArrayLength());
        Assert.Equal(JsonValueKind.Number, JsonDocument.Parse(bias.ToJson()).RootElement.GetProperty("value").ValueKind);
        Assert.StartsWith("Invitations to NPS answered ", invitations.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JourneyEvent> Of(string customer, params (string Name, double Day)[] steps) => steps.Select(step => new JourneyEvent
    {
        Customer = customer,
        Event = step.Name,
        At = Start.AddDays(step.Day),
        Feedback = step.Name == "answer" ? new Feedback(FeedbackKind.Nps, 9) : null,
    });

    /// <summary>Half of the customers are pro and promoters, the others free and detractors; nine in ten are invited, and so many of each answer.</summary>
    private static JourneyEvent[] Planted(int customers, int seed, double proAnswers = 0.6, double freeAnswers = 0.2)
    {
        Random random = new(seed);
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < customers; customer++)
        {
            bool pro = random.NextDouble() < 0.5;
            string id = $"c{customer:D5}", channel = random.NextDouble() < 0.5 ? "web" : "app";
            double day = random.NextDouble();
            for (int visits = random.Next(1, 5); visits > 0; visits--) Add("visit", day += random.NextDouble());
            if (random.NextDouble() < 0.9) Add("sent", day += 1 + random.NextDouble());
            else continue;
            if (random.NextDouble() < (pro ? proAnswers : freeAnswers)) Add("answer", day + 2, new Feedback(FeedbackKind.Nps, pro ? 10 : 2));

            void Add(string name, double at, Feedback? feedback = null) => events.Add(new JourneyEvent
            {
                Customer = id,
                Event = name,
                At = Start.AddDays(at),
                Channel = channel,
                Feedback = feedback,
                CustomerAttributes = new Dictionary<string, string> { ["plan"] = pro ? "pro" : "free" },
            });
        }

        return [.. events, new JourneyEvent { Customer = "end", Event = "end", At = Start.AddDays(200), CustomerAttributes = new Dictionary<string, string> { ["plan"] = "none" } }];
    }
}
