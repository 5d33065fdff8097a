using System.Globalization;
using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Drivers;

public class KeyDriversPropertyTests
{
    private static readonly Driver[] Plain = [Driver.Events, Driver.EventCounts, Driver.Channels, Driver.LastChannel, Driver.Attribute("plan"), Driver.EventAttribute("device"), Driver.Activity];

    [Fact]
    public void Any_partition_of_the_customers_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        (JourneyLog whole, JourneyLog[] parts) = LogParts.Of(events, seed);
        LogParts.Same(whole, parts, new KeyDrivers(new Nps()) { Of = Plain, MinimumCustomers = 1 }, AllOf, seed);
        LogParts.Same(LogGenerator.Shop.Classify(whole), [.. parts.Select(LogGenerator.Shop.Classify)], new KeyDrivers(CustomerOutcome.ScoreOf(new Nps())) { Of = [Driver.Touchpoints, Driver.TimeInStages, Driver.CurrentStage, Driver.Tenure], MinimumCustomers = 1, BootstrapReplicates = 25 }.By(Dimension.Attribute("plan")), ResultText.Of, seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_large_log_in_parts_and_on_many_threads_gives_the_same_bits()
    {
        JourneyEvent[] events = PlantedLog.Events(400, 23);
        KeyDrivers question = new(new Nps()) { Of = [Driver.Touchpoints, Driver.Channels, Driver.Attribute("plan")], BootstrapReplicates = 25 };
        StagedLog whole = PlantedLog.Shop.Classify(JourneyLog.From(events));
        StagedLog[] parts = [.. events.GroupBy(one => one.Customer[^1]).Select(part => PlantedLog.Shop.Classify(JourneyLog.From(part)))];
        LogParts.Same(whole, parts, question, AllOf, 1);
        Assert.Equal(AllOf(whole.Measure(question, new() { MaxDegreeOfParallelism = 1 })), AllOf(whole.Measure(question, new() { MaxDegreeOfParallelism = 4 })));
    }

    [Fact]
    public void Counts_and_means_are_those_of_a_slow_reference() => Prop.ForAll(LogGenerator.Events, events =>
    {
        if (!events.Any(one => one.Channel is not null)) return;
        KeyDriversResult result = JourneyLog.From(events).Measure(new KeyDrivers(new Nps()) { Of = [Driver.Events, Driver.Channels], MinimumCustomers = 1 });
        List<(double Worth, HashSet<(string, string?)> Had)> customers = [];
        foreach (IGrouping<string, JourneyEvent> trace in events.GroupBy(one => one.Customer))
        {
            JourneyEvent[] ordered = [.. trace.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence)];
            int last = Array.FindLastIndex(ordered, one => one.Feedback is { Kind: FeedbackKind.Nps });
            if (last < 0 || Nps.IndicatorOf(ordered[last].Feedback!.Value.Score) is not { } worth) continue;
            JourneyEvent[] before = [.. ordered[..last].Where(one => one.At <= ordered[last].At)];
            customers.Add((worth, [.. before.Select(one => ("Event", (string?)one.Event)), .. before.Select(one => ("Channel", one.Channel))]));
        }

        Assert.Equal(customers.Count, result.Customers);
        foreach (KeyDriver driver in result.Drivers)
        {
            double[] with = [.. customers.Where(one => one.Had.Contains((driver.Group, driver.Name))).Select(one => one.Worth)];
            Assert.Equal(with.Length, driver.With);
            if (driver.OutcomeWith is { } mean) Assert.Equal(100 * with.Average(), mean.Value, 1e-9);
            else Assert.Empty(with);
        }

        foreach (LeftOutDriver left in result.LeftOut) Assert.Equal(customers.Count(one => one.Had.Contains((left.Group, left.Name))), left.Customers);
        if (customers.Count == 0) return;
        Assert.Equal(
            events.Select(one => ("Event", (string?)one.Event)).Concat(events.Where(one => one.Channel is not null).Select(one => ("Channel", one.Channel))).Distinct().Order(),
            result.Drivers.Select(driver => (driver.Group, (string?)driver.Name)).Concat(result.LeftOut.Select(driver => (driver.Group, (string?)driver.Name))).Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scaling_and_shifting_the_outcome_changes_no_weight_and_no_p_value()
    {
        StagedLog staged = PlantedLog.Staged(300, 4);
        KeyDriversResult one = Scored(1, 0), other = Scored(-7.5, 1000);
        Assert.Equal(one.RSquared!.Value, other.RSquared!.Value, 1e-12);
        foreach (KeyDriver driver in one.Drivers)
        {
            KeyDriver turned = other[driver.Group, driver.Name];
            Near(driver.Weight, turned.Weight, 1);
            Near(driver.Shapley, turned.Shapley, 1);
            Near(driver.VarianceInflation, turned.VarianceInflation, 1);
            Near(driver.Test!.PValue, turned.Test!.PValue, 1);
            Near(driver.Pearson!.Value, turned.Pearson!.Value, -1);
            Near(driver.Spearman!.Value, turned.Spearman!.Value, -1);
            Near(driver.Coefficient?.Value, turned.Coefficient?.Value, -7.5);
            Near(driver.Difference!.Value, turned.Difference!.Value, -7.5);
        }

        KeyDriversResult Scored(double factor, double shift) => staged.Measure(new KeyDrivers(CustomerOutcome.Of("score", (in CustomerTrace trace) =>
        {
            TraceEvent answer = trace.Answer(0);
            return new OutcomeAt(factor * answer.Feedback!.Value.Score + shift, answer.Position);
        }))
        { Of = [Driver.Touchpoints, Driver.ChannelCounts] });

        static void Near(double? expected, double? actual, double factor)
        {
            Assert.Equal(expected is null, actual is null);
            if (expected is { } value) Assert.Equal(factor * value, actual!.Value, 1e-9 * (1 + Math.Abs(factor * value)));
        }
    }

    [SharedFact("oracles", "metrics", "driver_control_survey.json")]
    public void Weights_values_and_coefficients_are_those_of_R_through_the_log()
    {
        int cases = 0;
        foreach (JsonElement one in JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "driver_control_survey.json"))).RootElement.GetProperty("cases").EnumerateArray())
        {
            string metric = one.GetProperty("metric").GetString()!;
            if (metric is not ("driver.relative_weights" or "driver.shapley_lmg" or "driver.vif" or "regression.ols")) continue;
            JsonElement input = one.GetProperty("input"), expected = one.GetProperty("expected");
            string outcome = input.GetProperty("outcome").GetString()!;
            string[] columns = [.. input.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)];
            JourneyLog log = JourneyLog.From(input.GetProperty("rows").EnumerateArray().Select((row, index) => new JourneyEvent
            {
                Customer = $"row {index:D4}",
                Event = "measured",
                At = PlantedLog.Start,
                CustomerAttributes = columns.Zip(row.EnumerateArray()).ToDictionary(pair => pair.First, pair => pair.Second.GetRawText()),
            }));
            KeyDriversResult result = log.Measure(new KeyDrivers(CustomerOutcome.Of(outcome, (in CustomerTrace trace) => new OutcomeAt(Number(trace, outcome), trace.Length)))
            {
                Of = [.. columns.Where(column => column != outcome).Select(column => Driver.Number(column, (in CustomerTrace trace, int _) => Number(trace, column)))],
            });
            Check("rawWeights", "predictors", driver => driver.Weight);
            Check("lmg", "predictors", driver => driver.Shapley);
            Check("vif", "predictors", driver => driver.VarianceInflation);
            Check("coefficients", "terms", driver => driver.Coefficient?.Value);
            if (expected.TryGetProperty("rSquared", out JsonElement explained)) Assert.Equal(explained.GetDouble(), result.RSquared!.Value, 1e-8);
            cases++;

            void Check(string member, string names, Func<KeyDriver, double?> figure)
            {
                if (!expected.TryGetProperty(member, out JsonElement values)) return;
                foreach ((JsonElement name, JsonElement value) in expected.GetProperty(names).EnumerateArray().Zip(values.EnumerateArray()))
                {
                    if (name.GetString() == "(Intercept)") continue;
                    double number = value.GetDouble();
                    Assert.Equal(number, figure(result["Number", name.GetString()!])!.Value, 1e-7 * (1 + Math.Abs(number)));
                }
            }
        }

        Assert.Equal(36, cases);

        static double Number(in CustomerTrace trace, string attribute) => double.Parse(trace.Attribute(attribute)!, CultureInfo.InvariantCulture);
    }

    private static string AllOf(KeyDriversResult result) => string.Join('\n', result.Parts.Select(ResultText.Of)) + result.ToJson();
}
