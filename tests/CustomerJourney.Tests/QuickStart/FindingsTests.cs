using System.Collections.Concurrent;
using QuickStart.Findings;
using QuickStart.Shop;

namespace CustomerJourney.Tests.QuickStart;

/// <summary>The search at the size at which the sample runs, in 20 shops with faults and 20 without.</summary>
public sealed class FindingsTests
{
    private const int Seeds = 20;
    private const int First = 5;

    [Fact]
    public void Planted_faults_are_among_the_first_five_findings_in_twenty_seeds_and_nothing_else_is_named() => InEachSeed(withFaults: true, list =>
    {
        Finding[] first = [.. list.Findings.Take(First)];
        Finding broken = Assert.Single(first, finding => finding.About is { Question: "Payment", Group: "mobile", Period: "2026-W12" });
        Assert.True(broken.Change.Upper < -0.2);
        Finding slow = Assert.Single(first, finding => finding.About is { Question: "Wait for support", Group: "Ben" });
        Assert.Contains(slow.About.Period, new[] { "2026-05", "2026-06" });
        Assert.True(slow.Change.Lower > 1);
        Finding contradiction = Assert.Single(first, finding => finding.About.Group == "Free returns email and Returns page");
        Assert.True(contradiction.Change.Upper < -0.1);
        Assert.All(first, finding => Assert.True(finding.AdjustedPValue < FindingSearch.ErrorRate));

        // What customers of slow support think of it is the same fault, seen from the other side.
        Assert.All(list.Findings.Except([broken, slow, contradiction]), finding =>
            Assert.True(finding.About is { Group: "Ben", Question: "Satisfaction with support" or "Ease of support" }, finding.About.Headline));
    });

    [Fact]
    public void Nothing_is_named_without_faults_in_twenty_seeds() => InEachSeed(withFaults: false, list =>
    {
        Assert.True(list.Tests > 200);
        Assert.Empty(list.Findings.Select(finding => finding.About.Headline));
    });

    private static void InEachSeed(bool withFaults, Action<FindingList> check)
    {
        ConcurrentBag<string> wrong = [];
        Parallel.For(1, Seeds + 1, seed =>
        {
            FindingSearch search = new(ShopQuestions.All);
            FindingList list = search.Read(ShopMap.Create().Classify(ShopLog.Create((ulong)seed, withFaults)).Measure(search.Analyses));
            try
            {
                check(list);
            }
            catch (Xunit.Sdk.XunitException problem)
            {
                wrong.Add($"seed {seed}: {problem.Message}; found: {string.Join("; ", list.Findings.Select(finding => finding.About.Headline))}");
            }
        });
        Assert.Empty(wrong);
    }
}
