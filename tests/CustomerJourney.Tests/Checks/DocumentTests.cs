using System.Text.Json.Nodes;
using CustomerJourney.Checks;

namespace CustomerJourney.Tests.Checks;

public class DocumentTests
{
    [Fact]
    public void A_document_of_a_map_is_checked_as_the_map() =>
        Assert.Equal(CleanMap.Map.Check(new DateOnly(2027, 1, 1)), Journey.CheckDocument(CleanMap.Map.ToJson(), new DateOnly(2027, 1, 1)));

    [Fact]
    public void A_document_of_no_map_gives_what_can_be_found_and_says_why_the_rest_was_not_asked()
    {
        CheckReport report = Journey.CheckDocument(
            CleanMap.Changed(document =>
            {
                document.Touchpoint(1, 0)["ownerDepartmentId"] = "gone";
                document.Stage(1)["phases"]![0]!["weight"] = 0.9;
                document.Touchpoint(0, 0)["importance"] = 9;
            }),
            CleanMap.AsOf,
            new() { Suppress = ["CJ001"] });
        Assert.Equal("CJ003", Assert.Single(report.Findings).Rule);
        Assert.Equal("touchpoint payment", Assert.Single(report.Suppressed).Element);
        Assert.Contains(report.Unreadable, problem => problem.Contains("importance", StringComparison.Ordinal));
        Assert.True(report.HasErrors);
        Assert.Equal("bicycle", report.JourneyId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"journey\":[]}")]
    [InlineData("{\"journey\":{\"id\":\"\\ud800\",\"stages\":[{\"id\":7,\"phases\":[1,{\"weight\":\"1\"}],\"touchpoints\":{}},null]}}")]
    public void What_is_no_journey_document_is_an_error_and_no_exception(string json)
    {
        CheckReport report = Journey.CheckDocument(json, CleanMap.AsOf);
        Assert.NotEmpty(report.Unreadable);
        Assert.True(report.HasErrors);
        Assert.Contains("no map could be built", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_too_deep_or_too_large_is_refused_without_harm()
    {
        string deep = $"{{\"journey\":{new string('[', 10_000)}{new string(']', 10_000)}}}";
        Assert.NotEmpty(Journey.CheckDocument(deep, CleanMap.AsOf).Unreadable);
        Assert.NotEmpty(Journey.CheckDocument(CleanMap.Map.ToJson(), CleanMap.AsOf, reading: new JourneyReadOptions { MaximumBytes = 100 }).Unreadable);
    }

    [Fact]
    public void References_of_every_kind_are_followed()
    {
        string[] references = ["personaIds", "channelId", "departmentIds", "ownerDepartmentId", "metricIds", "evidenceIds"];
        foreach (string reference in references)
        {
            CheckReport report = Journey.CheckDocument(
                CleanMap.Changed(document => document.Touchpoint(0, 0)[reference] = reference.EndsWith('s') ? new JsonArray("gone") : "gone"), CleanMap.AsOf);
            Finding finding = Assert.Single(report.Findings);
            Assert.Equal(("CJ001", "touchpoint advert"), (finding.Rule, finding.Element));
        }

        foreach (string reference in new[] { "painPointIds", "stageIds", "touchpointIds" })
            Assert.Equal("CJ001", Assert.Single(Journey.CheckDocument(CleanMap.Changed(document => document.Opportunity()[reference] = new JsonArray("gone")), CleanMap.AsOf).Findings).Rule);
        Assert.Equal("journey bicycle", Assert.Single(Journey.CheckDocument(CleanMap.Changed(document => document.Root()["transitions"]![0]!["to"] = "gone"), CleanMap.AsOf).Findings).Element);
    }
}
