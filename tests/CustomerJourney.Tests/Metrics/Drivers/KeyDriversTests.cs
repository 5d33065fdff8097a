using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Reporting;

namespace CustomerJourney.Tests.Metrics.Drivers;

public class KeyDriversTests
{
    private static readonly StagedLog Planted = PlantedLog.Staged(3000, 17);

    private static readonly KeyDrivers Question = new(new Nps()) { Of = [Driver.Touchpoints, Driver.Stages, Driver.Channels, Driver.Attribute("plan", reference: "free")] };

    [Fact]
    public void What_moves_the_score_is_found_with_its_size_and_what_does_not_is_not()
    {
        KeyDriversResult drivers = Planted.Measure(Question);
        KeyDriver help = drivers["Touchpoint", "Help desk"], pro = drivers["plan", "pro"];
        Assert.Equal(("Help desk", "pro"), (drivers.Drivers[0].Name, drivers.Drivers[1].Name));
        // A fifth fewer promoters and a fifth more detractors: 40 points, and half as much for the plan.
        Assert.InRange(-40, help.Difference!.Lower, help.Difference.Upper);
        Assert.InRange(-40, help.Coefficient!.Lower, help.Coefficient.Upper);
        Assert.InRange(20, pro.Coefficient!.Lower, pro.Coefficient.Upper);
        Assert.True(help.Test!.AdjustedPValue < 1e-10 && pro.Test!.AdjustedPValue < 1e-3);
        foreach (KeyDriver other in drivers.Drivers.Where(driver => driver.Weight is not null && driver != help && driver != pro))
        {
            Assert.True(other.Test!.AdjustedPValue > 0.05, other.ToString());
            Assert.True(other.Share < 0.05, other.ToString());
            Assert.False(other.Coefficient!.Excludes(0), other.ToString());
        }

        Assert.True(help.Share > 0.6);
        Assert.Equal(Planted.Measure(new Nps()).Score!.Value, drivers.Outcome!.Value, 1e-9);
        Assert.Equal(DriverPriority.Improve, drivers.ImportancePerformance.Rows[0].Priority);
        Assert.True(drivers.ImportancePerformance.Rows[0].IsMomentOfTruthCandidate);
        Assert.Equal(DriverPriority.KeepUp, drivers.ImportancePerformance.Rows[1].Priority);
    }

    [Fact]
    public void What_comes_after_the_answer_has_no_weight_nor_has_the_survey_itself()
    {
        KeyDriversResult drivers = Planted.Measure(Question);
        foreach (string after in new[] { "Complaint", "Survey" })
            Assert.Equal("no customer before the outcome", Assert.Single(drivers.LeftOut, left => left.Name == after).Reason);
        Assert.Contains("Touchpoint 'Complaint' was left out: no customer", Assert.Throws<KeyNotFoundException>(() => drivers["Touchpoint", "Complaint"]).Message, StringComparison.Ordinal);
        Assert.Equal("every customer before the outcome", Assert.Single(drivers.LeftOut, left => left.Name == "Basket").Reason);
    }

    [Fact]
    public void A_driver_that_follows_from_others_is_shown_without_a_weight_and_says_from_which()
    {
        KeyDriver stage = Planted.Measure(Question)["Stage", "Use"];
        Assert.Null(stage.Weight);
        Assert.Equal("It follows from 'Touchpoint: Help desk'.", stage.WhyNoWeight);
        Assert.NotNull(stage.Difference);
        KeyDriver reference = Planted.Measure(Question)["plan", "free"];
        Assert.True(reference.IsReference && reference.Test is null && reference.Weight is null);
    }

    [Fact]
    public void Weights_sum_to_the_explained_share_and_shapley_values_too()
    {
        KeyDriversResult drivers = Planted.Measure(Question);
        KeyDriver[] model = [.. drivers.Drivers.Where(driver => driver.Weight is not null)];
        Assert.Equal(drivers.RSquared!.Value, model.Sum(driver => driver.Weight!.Value), 1e-12);
        Assert.Equal(drivers.RSquared.Value, model.Sum(driver => driver.Shapley!.Value), 1e-12);
        Assert.Equal(1, model.Sum(driver => driver.Share!.Value), 1e-12);
        Assert.Equal(drivers.Tests, drivers.Drivers.Count(driver => driver.Test is not null));
        Assert.All(model, driver => Assert.True(driver.VarianceInflation >= 1));
        Assert.Equal(Planted.CustomerCount, drivers.Customers);
        Assert.All(drivers.Drivers, driver => Assert.Equal(drivers.Customers, driver.With + driver.Without));
    }

    [Fact]
    public void A_look_back_counts_only_what_happened_within_it()
    {
        KeyDriversResult recent = Planted.Measure(Question with { Of = [Driver.Touchpoints], LookBack = TimeSpan.FromHours(1) });
        // The event before the survey is an hour before it: help for all who had it, else payment, and so on.
        KeyDriversResult all = Planted.Measure(Question with { Of = [Driver.Touchpoints] });
        Assert.Equal(all["Touchpoint", "Help desk"].With, recent["Touchpoint", "Help desk"].With);
        Assert.True(recent["Touchpoint", "Payment"].With < all["Touchpoint", "Payment"].With);
        Assert.Equal(recent.Customers, recent.Drivers.Sum(driver => driver.With));
    }

    [Fact]
    public void The_bootstrap_is_the_same_for_the_same_seed_and_holds_the_weight()
    {
        KeyDrivers question = Question with { Of = [Driver.Touchpoints], BootstrapReplicates = 60, Seed = 5 };
        KeyDriver help = Planted.Measure(question)["Touchpoint", "Help desk"];
        Assert.Equal("percentile bootstrap", help.WeightInterval!.Method);
        Assert.InRange(help.Weight!.Value, help.WeightInterval.Lower, help.WeightInterval.Upper);
        // The sampling error of a squared correlation r², 2r(1 − r²)/√n, about four of which the interval is wide.
        double r = Math.Sqrt(help.Weight.Value), error = 2 * r * (1 - r * r) / Math.Sqrt(3000);
        Assert.InRange(help.WeightInterval.Upper - help.WeightInterval.Lower, 2.5 * error, 5.5 * error);
        Assert.Equal(help.WeightInterval, Planted.Measure(question)["Touchpoint", "Help desk"].WeightInterval);
        Assert.NotEqual(help.WeightInterval, Planted.Measure(question with { Seed = 6 })["Touchpoint", "Help desk"].WeightInterval);
    }

    [Fact]
    public void Rare_levels_are_put_together_and_the_reference_is_the_most_frequent_level_unless_named()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 60).Select(index => new JourneyEvent
        {
            Customer = $"c{index:D2}",
            Event = "survey",
            At = PlantedLog.Start,
            Feedback = new(FeedbackKind.Nps, index % 11),
            CustomerAttributes = index < 50 ? new Dictionary<string, string> { ["plan"] = index < 25 ? "big" : index < 40 ? "mid" : $"rare {index % 4}" } : [],
        })];
        KeyDrivers question = new(new Nps()) { Of = [Driver.Attribute("plan")] };
        KeyDriversResult result = JourneyLog.From(events).Measure(question);
        Assert.Equal(["None", "Other levels", "big", "mid"], result.Drivers.Select(driver => driver.Name).Order(StringComparer.Ordinal));
        Assert.Equal((25L, true), (result["plan", "big"].With, result["plan", "big"].IsReference));
        Assert.Equal((10L, 10L), (result["plan", "Other levels"].With, result["plan", "None"].With));
        Assert.Equal(["rare 0", "rare 1", "rare 2", "rare 3"], result.LeftOut.Select(left => left.Name));
        KeyDriversResult missing = JourneyLog.From(events).Measure(question with { Of = [Driver.Attribute("plan", reference: "huge")] });
        Assert.Contains("No customer has 'huge'", Assert.Single(missing.Cautions, text => text.Contains("huge", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(JourneyLog.From(events).Measure(question with { Of = [Driver.Attribute("plan", reference: "rare 1")] })["plan", "rare 1"].IsReference);
    }

    [Fact]
    public void Time_in_stages_runs_until_the_answer_and_counts_count()
    {
        JourneyEvent[] events =
        [
            .. Path("a", 9, ("search", 0), ("basket", 2), ("search", 5), ("survey", 6)),
            .. Path("b", 3, ("basket", 1), ("basket", 2), ("survey", 4), ("help", 5)),
            .. Path("c", 8, ("help", 0), ("survey", 7)),
            .. Path("d", 5, ("search", 0), ("survey", 1)),
        ];
        StagedLog staged = PlantedLog.Shop.Classify(JourneyLog.From(events));
        KeyDrivers question = new(CustomerOutcome.ScoreOf(new Nps())) { Of = [Driver.TimeInStages], MinimumCustomers = 1 };
        KeyDriversResult result = staged.Measure(question);
        // Days in Look: 3, 0, 0, 1 with scores 9, 3, 8, 5; the correlation is that of these columns.
        Assert.Equal(Pearson([3, 0, 0, 1], [9, 3, 8, 5]), result["Stage", "Look"].Pearson!.Value, 1e-12);
        Assert.Equal(Pearson([3, 3, 0, 0], [9, 3, 8, 5]), result["Stage", "Buy"].Pearson!.Value, 1e-12);
        Assert.Equal(Pearson([0, 0, 7, 0], [9, 3, 8, 5]), result["Stage", "Use"].Pearson!.Value, 1e-12);
        KeyDriversResult window = staged.Measure(question with { LookBack = TimeSpan.FromDays(2) });
        Assert.Equal(Pearson([1, 0, 0, 1], [9, 3, 8, 5]), window["Stage", "Look"].Pearson!.Value, 1e-12);
        KeyDriversResult counts = staged.Measure(question with { Of = [Driver.TouchpointCounts] });
        Assert.Equal(Pearson([2, 0, 0, 1], [9, 3, 8, 5]), counts["Touchpoint", "Search"].Pearson!.Value, 1e-12);
        Assert.Equal(Pearson([1, 2, 0, 0], [9, 3, 8, 5]), counts["Touchpoint", "Basket"].Pearson!.Value, 1e-12);
        KeyDriversResult behavior = staged.Measure(question with { Of = [Driver.Activity, Driver.Recency, Driver.Tenure] });
        Assert.Equal(Pearson([3, 2, 1, 1], [9, 3, 8, 5]), behavior["Behavior", "events"].Pearson!.Value, 1e-12);
        Assert.Equal(Pearson([1, 2, 7, 1], [9, 3, 8, 5]), behavior["Behavior", "days since the last event"].Pearson!.Value, 1e-12);
        Assert.Equal(Pearson([6, 3, 7, 1], [9, 3, 8, 5]), behavior["Behavior", "days since the first event"].Pearson!.Value, 1e-12);
        Assert.Equal(["Look", "Buy", "Use"], staged.Measure(question with { Of = [Driver.CurrentStage] }).Drivers.OrderBy(driver => driver.With == 2 ? 0 : driver.Name == "Buy" ? 1 : 2).Select(driver => driver.Name));
        Assert.Equal((2L, 1L, 1L), (Levels(Driver.LastTouchpoint, "Search"), Levels(Driver.LastTouchpoint, "Basket"), Levels(Driver.LastTouchpoint, "Help desk")));

        long Levels(Driver driver, string name) => staged.Measure(question with { Of = [driver] })["Last touchpoint", name].With;
    }

    [Fact]
    public void Silence_puts_into_stages_before_the_answer_and_dormancy_ends_them()
    {
        Journey map = Journey.Create("Quiet", builder => builder
            .AddStage("Use", stage => stage.AddTouchpoint("App", touch => touch.ObservedAs("open")))
            .AddStage("Away", stage => stage.AddTouchpoint("Letter", touch => touch.ObservedAs("letter"))));
        StagedLog staged = StageClassifier.Create(map, rules => rules.EnterAfterSilence("Away", withoutEvent: "open", TimeSpan.FromDays(10)))
            .Classify(JourneyLog.From([.. Path("a", 9, ("open", 0), ("survey", 12)), .. Path("b", 2, ("open", 0), ("survey", 3)), .. Path("c", 8, ("open", 0), ("open", 30), ("survey", 31))]));
        KeyDrivers question = new(CustomerOutcome.ScoreOf(new Nps())) { Of = [Driver.Stages], MinimumCustomers = 1 };
        Assert.Equal((2L, 1L), (staged.Measure(question)["Stage", "Away"].With, staged.Measure(question)["Stage", "Away"].Without));
        Assert.Equal(1, staged.Measure(question with { Of = [Driver.CurrentStage] })["Stage at the time", "Away"].With);
        Assert.Equal(Pearson([2, 0, 20], [9, 2, 8]), staged.Measure(question with { Of = [Driver.TimeInStages] })["Stage", "Away"].Pearson!.Value, 1e-12);
    }

    [Fact]
    public void Too_little_data_is_told_and_nothing_made_up()
    {
        KeyDriversResult none = PlantedLog.Shop.Classify(JourneyLog.From([])).Measure(new KeyDrivers(new Nps()));
        Assert.Null(none.Value);
        Assert.Equal(NoValueReason.NoData, none.WhyNoValue!.Reason);
        StagedLog few = PlantedLog.Staged(4, 3);
        KeyDriversResult refused = few.Measure(new KeyDrivers(new Nps()) { MinimumCustomers = 1 });
        Assert.Null(refused.RSquared);
        Assert.Equal(NoValueReason.NotDetermined, refused.WhyNoValue!.Reason);
        Assert.Contains("at least", refused.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.All(refused.Drivers, driver => Assert.NotNull(driver.WhyNoWeight));
        StagedLog alike = PlantedLog.Shop.Classify(JourneyLog.From(PlantedLog.Events(40, 3).Select(one => one.Feedback is null ? one : one with { Feedback = new(FeedbackKind.Nps, 9) })));
        KeyDriversResult constant = alike.Measure(new KeyDrivers(new Nps()));
        Assert.Equal("All 40 customers have the same outcome, so there is nothing that a driver could explain.", constant.WhyNoValue!.Message);
        Assert.Contains(PlantedLog.Staged(45, 3).Measure(new KeyDrivers(new Nps()) { MinimumCustomers = 3 }).Warnings, warning => warning.Message.Contains("below ten rows a driver", StringComparison.Ordinal));
    }

    [Fact]
    public void Customers_without_an_outcome_or_with_an_invalid_one_or_without_a_driver_are_counted()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Path("a", 9, ("open", 0), ("survey", 2)), .. Path("b", 6.5, ("open", 0), ("survey", 2)), .. Path("c", 3, ("open", 0)), .. Path("d", 4, ("survey", 1)),
        ]);
        KeyDriversResult result = log.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Recency] });
        Assert.Equal((1L, 1L, 1L, 1L), (result.Customers, result.Invalid, result.WithoutOutcome, result.Incomplete));
    }

    [Fact]
    public void Wrong_questions_are_refused_with_all_their_faults()
    {
        JourneyLog plain = JourneyLog.From(PlantedLog.Events(5, 1));
        KeyDrivers wrong = new(new Csat { TopBoxes = 5, Counting = AnswerCounting.All }) { Of = [Driver.Touchpoints, Driver.Attribute("color"), Driver.EventAttribute("size")] };
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => plain.Measure(wrong));
        Assert.Equal(5, error.Problems.Count);
        Assert.Throws<ArgumentException>(() => new KeyDrivers(new Nps()) { Of = [] });
        Assert.Contains("stands twice", Assert.Throws<ArgumentException>(() => new KeyDrivers(new Nps()) { Of = [Driver.Channels, Driver.Channels] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new KeyDrivers(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyDrivers(new Nps()) { LookBack = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyDrivers(new Nps()) { MinimumCustomers = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyDrivers(new Nps()) { BootstrapReplicates = -1 });
        Assert.Throws<InvalidOperationException>(() => plain.Measure(new KeyDrivers(CustomerOutcome.Of("far", (in CustomerTrace trace) => new OutcomeAt(1, trace.Length + 1))) { Of = [Driver.Channels] }));
        Assert.Throws<InvalidOperationException>(() => plain.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Number("odd", (in CustomerTrace _, int _) => double.NaN)] }));
    }

    [Fact]
    public void Questions_are_equal_by_value()
    {
        KeyDrivers one = new(new Nps()) { Of = [Driver.Touchpoints, Driver.Attribute("plan")] }, same = new(new Nps()) { Of = [Driver.Touchpoints, Driver.Attribute("plan")] };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, same with { Of = [Driver.Touchpoints] });
        Assert.NotEqual(one, new KeyDrivers(CustomerOutcome.ScoreOf(new Nps())) { Of = one.Of });
        Assert.NotEqual(one.ToString(), new KeyDrivers(CustomerOutcome.ScoreOf(new Nps())) { Of = one.Of }.ToString());
        Assert.Contains("plan", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_takes_it_and_json_parses()
    {
        KeyDriversResult drivers = Planted.Measure(Question);
        JourneyReport report = JourneyReport.Create("Drivers", page =>
        {
            foreach (IJourneyResult part in drivers.Parts) page.Add(part);
            page.Add(Planted.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Touchpoints] }.By(Dimension.Attribute("plan"))));
        });
        Assert.Contains("Help desk", report.ToHtml(), StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(drivers.ToJson()).RootElement;
        Assert.Equal("association, not cause", json.GetProperty("definition").GetProperty("meaning").GetString());
        Assert.Equal(3, json.GetProperty("parts").GetArrayLength());
        Assert.Equal(drivers.Drivers[0].Weight, json.GetProperty("parts")[0].GetProperty("rows")[0].GetProperty("Weight").GetDouble());
        Assert.StartsWith("Drivers of NPS ", drivers.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Effort_and_satisfaction_and_own_numbers_are_outcomes_too()
    {
        JourneyEvent[] events = [.. PlantedLog.Events(400, 8).Select(one => one.Feedback is { } answer ? one with { Feedback = new(FeedbackKind.Csat, 1 + Math.Min(4, (int)(answer.Score / 2))) } : one)];
        StagedLog staged = PlantedLog.Shop.Classify(JourneyLog.From(events));
        KeyDriversResult satisfaction = staged.Measure(new KeyDrivers(new Csat()) { Of = [Driver.Touchpoints] });
        Assert.Equal(staged.Measure(new Csat()).Share!.Value, satisfaction.Outcome!.Value, 1e-12);
        Assert.Equal("Newcombe", satisfaction.Drivers[0].Difference!.Method);
        KeyDriversResult score = staged.Measure(new KeyDrivers(CustomerOutcome.ScoreOf(new Csat())) { Of = [Driver.Touchpoints] });
        Assert.Equal(staged.Measure(new Csat()).Mean!.Value, score.Outcome!.Value, 1e-12);
        CustomerOutcome complaints = CustomerOutcome.Of("complaints", (in CustomerTrace trace) => new OutcomeAt(trace.Length % 3, trace.Length));
        KeyDriversResult own = staged.Measure(new KeyDrivers(complaints) { Of = [Driver.Touchpoints] });
        Assert.Equal(400, own["Touchpoint", "Complaint"].With + own["Touchpoint", "Complaint"].Without);
    }

    private static double Pearson(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    private static IEnumerable<JourneyEvent> Path(string customer, double score, params (string Name, double Day)[] steps) => steps.Select(step => new JourneyEvent
    {
        Customer = customer,
        Event = step.Name,
        At = PlantedLog.Start.AddDays(step.Day),
        Feedback = step.Name == "survey" ? new Feedback(FeedbackKind.Nps, score) : null,
    });
}
