using CustomerJourney.Checks;

namespace CustomerJourney.Tests.Checks;

public class UserRuleTests
{
    [Fact]
    public void A_rule_of_a_user_is_asked_and_can_be_suppressed()
    {
        CheckOptions options = new() { Rules = [new NameRule("SHOP1", "SHOP1", "touchpoint payment")] };
        Finding finding = Assert.Single(CleanMap.Map.Check(CleanMap.AsOf, options).Findings);
        Assert.Equal(("SHOP1", "touchpoint payment", "Bicycle 2026-03-01"), (finding.Rule, finding.Element, finding.Message));
        CheckReport suppressed = CleanMap.Map.Check(CleanMap.AsOf, options with { Suppress = ["SHOP1 touchpoint payment"] });
        Assert.Empty(suppressed.Findings);
        Assert.Single(suppressed.Suppressed);
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_map_then_of_the_rules()
    {
        Journey map = Journey.Parse(CleanMap.Changed(document =>
        {
            document.Touchpoint(1, 0).Remove("ownerDepartmentId");
            document.Touchpoint(1, 0).Remove("metricIds");
            document.Touchpoint(0, 1).Remove("ownerDepartmentId");
            document.Root().Remove("owner");
        }));
        CheckOptions options = new()
        {
            Rules = [new NameRule("ZZ", "ZZ", "touchpoint guide"), new NameRule("AA", "AA", "touchpoint guide"), new NameRule("BB", "BB", "somewhere"), new NameRule("CC", "CC", "another place")],
        };
        Assert.Equal(
            ["CJ065 journey bicycle", "AA touchpoint guide", "CJ035 touchpoint guide", "ZZ touchpoint guide", "CJ050 stage buy", "CJ033 touchpoint payment", "CJ035 touchpoint payment", "CC another place", "BB somewhere"],
            map.Check(CleanMap.AsOf, options).Findings.Select(finding => $"{finding.Rule} {finding.Element}"));
    }

    [Theory]
    [InlineData("CJ010")]
    [InlineData("")]
    [InlineData("MY RULE")]
    public void An_id_that_cannot_be_told_from_others_is_refused(string id) =>
        Assert.Throws<ArgumentException>("options", () => CleanMap.Map.Check(CleanMap.AsOf, new() { Rules = [new NameRule(id, id, "x")] }));

    [Fact]
    public void Two_rules_of_one_id_are_refused() =>
        Assert.Throws<ArgumentException>("options", () => CleanMap.Map.Check(CleanMap.AsOf, new() { Rules = [new NameRule("A", "A", "x"), new NameRule("A", "A", "y")] }));

    [Fact]
    public void A_finding_of_another_rule_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => CleanMap.Map.Check(CleanMap.AsOf, new() { Rules = [new NameRule("A", "CJ010", "x")] }));

    private sealed class NameRule(string id, string ruleOfFinding, string element) : ICheckRule
    {
        public string Id => id;

        public IEnumerable<Finding> Check(Journey journey, DateOnly asOf) =>
            [new() { Rule = ruleOfFinding, Severity = FindingSeverity.Warning, Element = element, Message = $"{journey.Name} {asOf:O}" }];
    }
}
