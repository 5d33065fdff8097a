using CustomerJourney.Maps;

namespace CustomerJourney.Tests.Maps;

/// <summary>What hurts and what would help, in order.</summary>
public sealed class RankingTests
{
    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddDepartment("Web")
        .AddStage("Buy", stage => stage
            .AddTouchpoint("Advert", touch => touch.Important(1)
                .AddPainPoint("Unknown but critical", Severity.Critical)
                .AddPainPoint("Ugly", Severity.Info, affectedShare: 1))
            .AddTouchpoint("Checkout", touch => touch.Important(5)
                .AddPainPoint("Unknown and minor", Severity.Minor)
                .AddPainPoint("Costs come last", Severity.Major, affectedShare: 0.4)
                .AddPainPoint("Rare crash", Severity.Critical, affectedShare: 0)))
        .AddOpportunity("Rejected idea", idea => idea.Answers("Costs come last").Status(OpportunityStatus.Rejected))
        .AddOpportunity("Not rated", idea => idea.OwnedBy("Web"))
        .AddOpportunity("Far reach", idea => idea.Answers("Costs come last").Impact(2).Confidence(0.5).Effort(2).Reach(1000))
        .AddOpportunity("Good idea", idea => idea.Impact(5).Confidence(0.8).Effort(2).Reach(10).Rated(importance: 8, satisfaction: 3))
        .AddOpportunity("Wanted", idea => idea.Impact(4).Confidence(0.5).Effort(5).Rated(importance: 10, satisfaction: 2)));

    [Fact]
    public void Pain_points_rank_by_severity_times_share_times_importance_and_those_of_unknown_share_come_last()
    {
        PainPointRanking ranking = Shop.Analyze().PainPoints;

        Assert.Equal(
            [("Costs come last", 6.0), ("Ugly", 1.0), ("Rare crash", 0.0), ("Unknown and minor", null), ("Unknown but critical", (double?)null)],
            ranking.PainPoints.Select(pain => (pain.PainPoint.Text, pain.Weight is { } weight ? Math.Round(weight, 12) : (double?)null)));
        Assert.Equal([1, 2, 3, 4, 5], ranking.PainPoints.Select(pain => pain.Rank));
        Assert.Equal(["Far reach"], ranking.PainPoints[0].Answers.Select(answer => answer.Title));
        Assert.Null(ranking.ToTable().Rows[4][6]);
    }

    [Fact]
    public void Opportunities_rank_by_priority_and_by_what_is_asked_for()
    {
        OpportunityRanking ranking = Shop.Analyze().Opportunities;

        Assert.Equal(["Good idea", "Far reach", "Wanted", "Rejected idea", "Not rated"], Titles(ranking.Opportunities));
        Assert.Equal(["Far reach", "Good idea", "Rejected idea", "Not rated", "Wanted"], Titles(ranking.By(OpportunityOrder.Rice).Opportunities));
        Assert.Equal(["Wanted", "Good idea", "Rejected idea", "Not rated", "Far reach"], Titles(ranking.By(OpportunityOrder.OpportunityScore).Opportunities));
        Assert.Equal(["Good idea"], Titles(ranking.In(OpportunityQuadrant.QuickWin)));
        Assert.Equal(["Rejected idea", "Not rated"], Titles(ranking.In(null)));
        Assert.Throws<ArgumentOutOfRangeException>("order", () => ranking.By((OpportunityOrder)7));
    }

    private static IEnumerable<string> Titles(IEnumerable<Opportunity> opportunities) => opportunities.Select(opportunity => opportunity.Title);
}
