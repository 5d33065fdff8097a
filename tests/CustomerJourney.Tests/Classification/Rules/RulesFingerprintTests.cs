using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Tests.Classification.Rules;

public class RulesFingerprintTests
{
    private static readonly StageRules Rules = StageRules.Create(rules => rules.Enter("Buy", "paid", times: 2).EnterAfterSilence("Look", "paid", TimeSpan.FromDays(9)));
    private static readonly string Known = RulesFingerprint.Of(Map(), Rules);

    /// <summary>States are kept in databases for years: a fingerprint that changes makes all of them unreadable. Computed with Python (hashlib) from the document as it is described.</summary>
    [Fact]
    public void The_fingerprint_stays_the_same_from_version_to_version() =>
        Assert.Equal("1e2c7f408b18728667b3c2c823f6e8ee4f222b87000e5b9844b497bc79be6b7c", Known);

    [Fact]
    public void What_the_memory_does_not_depend_on_changes_nothing()
    {
        Assert.Equal(Known, RulesFingerprint.Of(Map(name: "Purchase"), Rules with { Rules = [.. Rules.Rules.Select(rule => rule.Stage == "Buy" ? rule with { Stage = "buy", Name = "Twice" } : rule)] }));
        Assert.Equal(Known, RulesFingerprint.Of(Map(), Rules with { Current = CurrentStageRule.Furthest }));
        Assert.Equal(Known, RulesFingerprint.Of(Map(first: "cart", second: "paid"), Rules));
    }

    [Fact]
    public void What_the_memory_depends_on_changes_it()
    {
        StageHistory history = new();
        string[] all =
        [
            Known,
            RulesFingerprint.Of(Map(id: "bought"), Rules with { Rules = [.. Rules.Rules.Select(rule => rule.Stage == "Buy" ? rule with { Stage = "bought" } : rule)] }),
            RulesFingerprint.Of(Map(first: "order"), Rules),
            RulesFingerprint.Of(Map(channel: "app"), Rules),
            RulesFingerprint.Of(Map(), Rules with { HalfLife = TimeSpan.FromDays(1) }),
            RulesFingerprint.Of(Map(), Rules with { DormantAfter = TimeSpan.FromDays(1) }),
            RulesFingerprint.Of(Map(), Rules with { Rules = [.. Rules.Rules.Reverse()] }),
            RulesFingerprint.Of(Map(), Rules with { Rules = [Rules.Rules[0]] }),
            RulesFingerprint.Of(Map(), Rules with { History = history }),
            RulesFingerprint.Of(Map(name: "Purchase"), Rules with { History = history, Rules = [.. Rules.Rules.Select(rule => rule.Stage == "Buy" ? rule with { Stage = "buy" } : rule)] }),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    private static Journey Map(string name = "Buy", string id = "buy", string first = "paid", string second = "cart", string? channel = null) => Journey.Create("Map", map => map
        .AddStage("Look", stage => stage.Id("look"))
        .AddStage(name, stage => stage.Id(id)
            .AddTouchpoint("One", touch => { if (channel is null) touch.ObservedAs(first); else touch.ObservedOn(channel, first); })
            .AddTouchpoint("Two", touch => touch.ObservedAs(second))));
}
