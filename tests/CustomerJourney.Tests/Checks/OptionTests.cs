using System.Globalization;
using System.Text.Json.Nodes;
using CustomerJourney.Checks;

namespace CustomerJourney.Tests.Checks;

public class OptionTests
{
    private static readonly Journey TwoPains = Journey.Create("Shop", map => map
        .AddStage("Pay", stage => stage
            .AddTouchpoint("Card", touch => touch.On(ChannelCategory.Website).AddPainPoint("Refused", Severity.Major))
            .AddTouchpoint("Cash", touch => touch.On(ChannelCategory.PhysicalStore).AddPainPoint("No change", Severity.Major))));

    [Fact]
    public void A_suppressed_rule_is_set_apart_not_lost()
    {
        CheckReport all = TwoPains.Check(CleanMap.AsOf), some = TwoPains.Check(CleanMap.AsOf, new() { Suppress = ["CJ042"] });
        Assert.Equal(2, some.Suppressed.Count);
        Assert.All(some.Suppressed, finding => Assert.Equal("CJ042", finding.Rule));
        Assert.Equal(all.Findings.Where(finding => finding.Rule != "CJ042"), some.Findings);
        Assert.Equal(all.Findings.Where(finding => finding.Rule == "CJ042"), some.Suppressed);
        Assert.Empty(some.UnusedSuppressions);
        Assert.Contains("2 suppressed", some.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppression_of_one_element_leaves_the_others()
    {
        CheckReport report = TwoPains.Check(CleanMap.AsOf, new() { Suppress = ["CJ042 pain point no-change"] });
        Assert.Equal("pain point no-change", Assert.Single(report.Suppressed).Element);
        Assert.Equal("pain point refused", Assert.Single(report.Findings, finding => finding.Rule == "CJ042").Element);
    }

    [Fact]
    public void A_suppression_that_meets_nothing_is_told()
    {
        CheckReport report = TwoPains.Check(CleanMap.AsOf, new() { Suppress = ["CJ042 pain point gone", "CJ067", "CJ042"] });
        Assert.Equal(["CJ042 pain point gone", "CJ067"], report.UnusedSuppressions);
        Assert.Contains("unused suppression: CJ042 pain point gone", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_rules_to_suppress_are_all_told_at_once()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("options", () => TwoPains.Check(CleanMap.AsOf, new() { Suppress = ["CJ999", "CJ042", "cj042", "", "CJ42 stage pay", null!] }));
        Assert.All(new[] { "\"CJ999\"", "\"cj042\"", "\"\"", "\"CJ42 stage pay\"", "null" }, unknown => Assert.Contains(unknown, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("\"CJ042\"", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("options", () => Journey.CheckDocument("{}", CleanMap.AsOf, new() { Suppress = ["CJ999"] }));
    }

    [Fact]
    public void An_error_that_is_suppressed_is_no_error()
    {
        Journey map = Journey.Create("Shop", map => map.AddStage("Empty"));
        Assert.True(map.Check(CleanMap.AsOf).HasErrors);
        Assert.False(map.Check(CleanMap.AsOf, new() { Suppress = ["CJ010", "CJ020"] }).HasErrors);
    }

    public static TheoryData<string, CheckOptions> Stricter => new()
    {
        { "CJ014", new() { MostPersonasAtFirst = 1 } },
        { "CJ021", new() { FewestStages = 4 } },
        { "CJ021", new() { FewestTouchpointsPerStage = 2.1 } },
        { "CJ022", new() { MostStages = 2 } },
        { "CJ022", new() { MostTouchpoints = 5 } },
        { "CJ025", new() { CompanyWords = ["ride"] } },
        { "CJ032", new() { LeastEmotionSpread = 3.1 } },
        { "CJ040", new() { LowEmotion = 0 } },
        { "CJ060", new() { ReviewEveryDays = 27 } },
        { "CJ068", new() { LongestTouchpointName = 9 } },
        { "CJ068", new() { LongestListItem = 15 } },
    };

    [Theory]
    [MemberData(nameof(Stricter))]
    public void A_stricter_threshold_finds_more(string rule, CheckOptions options)
    {
        Journey map = rule == "CJ014" ? Journey.Parse(CleanMap.Changed(document => document.Root()["version"] = 1)) : CleanMap.Map;
        Assert.DoesNotContain(map.Check(CleanMap.AsOf).Findings, finding => finding.Rule == rule);
        Assert.Contains(map.Check(CleanMap.AsOf, options).Findings, finding => finding.Rule == rule);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void A_flat_curve_is_found_from_the_fewest_readings_on(int fewest, bool isFound)
    {
        RuleCase flat = RuleCases.All.Single(one => one.Rule == "CJ032");
        Assert.Equal(isFound, Find(flat, new() { FewestEmotionReadings = fewest }).Any(finding => finding.Rule == "CJ032"));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Fewer_readings_than_at_first_can_be_enough(int fewest, bool isFound)
    {
        Journey flat = Journey.Create("Shop", map => map.AddStage("Pay", stage => stage.AddTouchpoint("Card", touch => touch.Feels(1)).AddTouchpoint("Cash", touch => touch.Feels(1))));
        Assert.DoesNotContain(flat.Check(CleanMap.AsOf).Findings, finding => finding.Rule == "CJ032");
        Assert.Equal(isFound, flat.Check(CleanMap.AsOf, new() { FewestEmotionReadings = fewest }).Findings.Any(finding => finding.Rule == "CJ032"));
    }

    [Fact]
    public void A_milder_threshold_finds_less()
    {
        RuleCase pain = RuleCases.All.Single(one => one.Rule == "CJ041"), renamed = RuleCases.All.Single(one => one.Rule == "CJ067"), facts = RuleCases.All.Single(one => one.Rule == "CJ011");
        Assert.DoesNotContain(Find(pain, new() { AnsweredFrom = Severity.Major }), finding => finding.Rule == "CJ041");
        Assert.DoesNotContain(Find(renamed, new() { PreviousVersion = CleanMap.Map, MostChanged = 0.34 }), finding => finding.Rule == "CJ067");
        Assert.DoesNotContain(Find(facts, new() { FewestPersonaGroups = 2 }), finding => finding.Rule == "CJ011");
        Assert.DoesNotContain(TwoPains.Check(CleanMap.AsOf, new() { EvidencedFrom = Severity.Critical }).Findings, finding => finding.Rule == "CJ042");
    }

    [Fact]
    public void Thresholds_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckOptions { MostChanged = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckOptions { LowEmotion = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckOptions { ReviewEveryDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CheckOptions { FewestPersonaGroups = 5 });
        Assert.Throws<ArgumentNullException>(() => new CheckOptions { Suppress = null! });
    }

    [Fact]
    public void Options_are_equal_by_value()
    {
        Assert.Equal(new CheckOptions { Suppress = ["CJ014"] }, new CheckOptions { Suppress = ["CJ014"] });
        Assert.NotEqual(new CheckOptions { Suppress = ["CJ014"] }, new CheckOptions { Suppress = ["CJ010"] });
    }

    [Fact]
    public void The_previous_version_counts_parts_that_were_added_and_removed()
    {
        Journey after = CleanMap.Map.With(map => map
            .RemoveStage("Ride")
            .EditStage("Buy", stage => stage.AddTouchpoint("Invoice")));
        Finding finding = Assert.Single(after.Check(CleanMap.AsOf, new() { PreviousVersion = CleanMap.Map }).Findings, finding => finding.Rule == "CJ067");
        Assert.Equal("40 % of the map changed since version 2: of 10 stages and touchpoints 1 were added, 3 removed and 0 renamed.", finding.Message);
    }

    [Fact]
    public void A_part_with_another_id_and_the_same_name_is_the_same()
    {
        Journey after = Journey.Parse(CleanMap.Changed(document =>
        {
            foreach (JsonNode? stage in document.Root()["stages"]!.AsArray()) stage!["id"] = $"new-{stage["id"]}";
            document.Root()["transitions"] = new JsonArray();
        }));
        Assert.DoesNotContain(after.Check(CleanMap.AsOf, new() { PreviousVersion = CleanMap.Map }).Findings, finding => finding.Rule == "CJ067");
    }

    [Fact]
    public void The_same_question_has_the_same_answer_in_every_culture()
    {
        string before = TwoPains.Check(CleanMap.AsOf).ToText() + CaseOf("CJ054").ToText();
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in new[] { "de-DE", "tr-TR", "ar-SA", "sv-SE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(before, TwoPains.Check(CleanMap.AsOf).ToText() + CaseOf("CJ054").ToText());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(CaseOf("CJ036"), CaseOf("CJ036"));
    }

    private static CheckReport CaseOf(string rule) => Journey.CheckDocument(CleanMap.Changed(RuleCases.All.Single(one => one.Rule == rule).Breaks), CleanMap.AsOf);

    private static IReadOnlyList<Finding> Find(RuleCase one, CheckOptions options) => Journey.CheckDocument(CleanMap.Changed(one.Breaks), one.AsOf, options).Findings;
}
