using CustomerJourney.Checks;

namespace CustomerJourney.Tests.Checks;

public class RuleTests
{
    public static TheoryData<string> Rules => [.. CheckRules.All.Select(rule => rule.Id)];

    [Fact]
    public void The_clean_map_breaks_no_rule()
    {
        CheckReport report = CleanMap.Map.Check(CleanMap.AsOf);
        Assert.Empty(report.Findings.Select(finding => $"{finding.Rule} {finding.Element}: {finding.Message}"));
        Assert.False(report.HasErrors);
    }

    [Fact]
    public void There_are_46_rules_in_the_order_of_their_ids_and_each_has_a_case()
    {
        Assert.Equal(46, CheckRules.All.Count);
        Assert.Equal(CheckRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), CheckRules.All.Select(rule => rule.Id));
        Assert.Equal(CheckRules.All.Select(rule => rule.Id), RuleCases.All.Select(one => one.Rule));
        Assert.All(CheckRules.All, rule => Assert.Same(rule, CheckRules.Find(rule.Id)));
        Assert.Null(CheckRules.Find("CJ999"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_and_no_other_finds_what_breaks_it(string rule)
    {
        RuleCase one = Case(rule);
        CheckReport report = Journey.CheckDocument(CleanMap.Changed(one.Breaks), one.AsOf, one.Options);
        Assert.Equal([$"{rule} {one.Element}"], report.Findings.Select(finding => $"{finding.Rule} {finding.Element}"));
        Finding finding = report.Findings[0];
        CheckRule facts = CheckRules.Find(rule)!;
        Assert.Equal((one.Element, one.Message, facts.Severity, facts.Suggestion), (finding.Element, finding.Message, finding.Severity, finding.Suggestion));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_lets_pass_what_nearly_breaks_it(string rule)
    {
        RuleCase one = Case(rule);
        CheckReport report = Journey.CheckDocument(CleanMap.Changed(one.Keeps), one.AsOf.AddDays(-1), one.Options);
        Assert.Empty(report.Unreadable);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == rule);
    }

    private static RuleCase Case(string rule) => RuleCases.All.Single(one => one.Rule == rule);
}
