using CustomerJourney.Building;

namespace CustomerJourney.Tests.Model;

public class OpportunityTests
{
    [Fact]
    public void Scores_are_derived_from_what_is_known()
    {
        Opportunity idea = Idea(part => part.Impact(4).Effort(2).Confidence(0.5).Reach(1000).Rated(importance: 9, satisfaction: 3));
        Assert.Equal((1.0, 1000.0, 15.0, OpportunityQuadrant.QuickWin), (idea.Priority, idea.Rice, idea.OpportunityScore, idea.Quadrant));
        Assert.Equal(6, Idea(part => part.Rated(6, 8)).OpportunityScore);
        Assert.Equal(0, Idea(part => part.Impact(4).Effort(2).Confidence(0.5).Reach(0)).Rice);
    }

    [Fact]
    public void Nothing_is_derived_from_what_nobody_said()
    {
        Opportunity idea = Idea(part => part.Impact(5).Confidence(1));
        Assert.Equal((null, null, null, null), (idea.Priority, idea.Rice, idea.OpportunityScore, idea.Quadrant));
    }

    [Theory]
    [InlineData(4, 2, OpportunityQuadrant.QuickWin)]
    [InlineData(4, 3, OpportunityQuadrant.BigBet)]
    [InlineData(3, 2, OpportunityQuadrant.FillIn)]
    [InlineData(3, 3, OpportunityQuadrant.Rethink)]
    public void The_quadrant_parts_at_impact_4_and_effort_2(int impact, int effort, OpportunityQuadrant expected) =>
        Assert.Equal(expected, Idea(part => part.Impact(impact).Effort(effort)).Quadrant);

    private static Opportunity Idea(Action<OpportunityBuilder> configure) => Journey.Create("J", map => map.AddStage("S").AddOpportunity("O", configure)).Opportunities[0];
}
