namespace CustomerJourney.Tests.Building;

public class EditTests
{
    private static readonly Journey Map = OnlineShop.Map;

    [Fact]
    public void The_first_word_on_a_list_in_an_edit_replaces_what_the_map_said_and_the_next_adds()
    {
        Journey edited = Map.With(map => map.EditStage("Awareness", stage => stage.Needs("One").Needs("Two", "Three").Watching("NPS")));
        Assert.Equal(["One", "Two", "Three"], edited["Awareness"].Needs.Select(need => need.ToString()));
        Assert.Equal(["NPS"], edited["Awareness"].Metrics.Select(metric => metric.Name));
        Assert.Equal(Map["Awareness"].CustomerActions, edited["Awareness"].CustomerActions);
        Assert.Empty(Map.With(map => map.EditStage("Awareness", stage => stage.Needs()))["Awareness"].Needs);
    }

    [Fact]
    public void What_is_removed_is_pointed_to_by_nothing()
    {
        Journey left = Map.With(map => map
            .RemovePersona("Dana").RemoveChannel("Website").RemoveMetric("NPS").RemoveDepartment("E-commerce").RemoveEvidence("Buyer survey").RemoveOpportunity("Guest checkout").RemoveTransition("awareness", "decision"));
        Assert.Equal(["Omar"], left.FollowedPersonas.Select(persona => persona.Name));
        Assert.Empty(left.FindTouchpoint("reviews")!.Personas);
        Assert.Null(left.FindTouchpoint("landing")!.Channel);
        Assert.Null(left.FindTouchpoint("checkout")!.Owner);
        Assert.Equal(["IT"], left.FindTouchpoint("checkout")!.Departments.Select(department => department.Name));
        Assert.Equal((null, "Journey owner, e-commerce"), (left.Owner!.Department, left.Owner.Name));
        Assert.Equal(["referral-revenue"], left["Advocacy"].Metrics.Select(metric => metric.Id));
        Assert.Equal(["email"], left.Personas[0].Behavioral!.PreferredChannels.Select(channel => channel.Id));
        Assert.Empty(left.Personas[0].Evidence);
        Assert.Equal(6, left.Transitions.Count);
        Assert.Equal(4, left.Opportunities.Count);
        Assert.Equal(left.ToJson(), Journey.Parse(left.ToJson()).ToJson());
    }

    [Fact]
    public void A_removed_stage_takes_its_transitions_and_pains_along()
    {
        Journey left = Map.With(map => map.RemoveStage("decision"));
        Assert.Equal(["awareness-consideration", "retention-advocacy"], left.Transitions.Select(transition => $"{transition.From.Id}-{transition.To.Id}"));
        Opportunity guest = left.Opportunities[1];
        Assert.Equal((0, 0, 0), (guest.PainPoints.Count, guest.Stages.Count, guest.Touchpoints.Count));
    }

    [Fact]
    public void A_text_that_several_removed_pains_had_is_answered_no_more()
    {
        Journey map = Journey.Create("J", journey => journey
            .AddStage("A", stage => stage.AddTouchpoint("a", touch => touch.AddPainPoint("Slow", Severity.Major)).AddTouchpoint("b", touch => touch.AddPainPoint("Slow", Severity.Minor)))
            .AddStage("B")
            .AddOpportunity("Faster", idea => idea.Answers("Slow")));
        Assert.Equal(2, map.Opportunities[0].PainPoints.Count);
        Assert.Single(map.With(journey => journey.EditStage("A", stage => stage.RemoveTouchpoint("a"))).Opportunities[0].PainPoints);
        Assert.Empty(map.With(journey => journey.RemoveStage("A")).Opportunities[0].PainPoints);
        Assert.Single(map.With(journey => journey.EditStage("A", stage => stage.EditTouchpoint("b", touch => touch.RemovePainPoint("Slow")))).Opportunities[0].PainPoints);
    }

    [Fact]
    public void A_touchpoint_that_moves_keeps_its_id_and_all_that_points_to_it()
    {
        Journey moved = Map.With(map => map.MoveTouchpoint("Checks out", toStage: "Retention").MoveStage("Advocacy", 0));
        Assert.Equal("retention", moved.FindTouchpoint("checkout")!.Stage.Id);
        Assert.Equal("checkout", Assert.Single(moved.Opportunities[1].Touchpoints).Id);
        Assert.Equal(["advocacy", "awareness", "consideration", "decision", "retention"], moved.Stages.Select(stage => stage.Id));
        Assert.Equal([0, 1, 2, 3, 4], moved.Stages.Select(stage => stage.Position));
    }

    [Fact]
    public void What_is_not_there_cannot_be_changed()
    {
        Assert.Equal(
        [
            "channel \"X\" is not there to change; the map has no channels", "metric \"X\" is not there to change; the map has no metrics", "department \"X\" is not there to change; the map has no departments",
            "evidence \"X\" is not there to change; the map has no evidence", "opportunity \"X\" is not there to change; the map has no opportunities", "touchpoint \"X\" is not there to change; the map has no touchpoints",
        ],
        Assert.Throws<JourneyDefinitionException>(() => Journey.Create("J", map => map
            .AddStage("S").RemoveChannel("X").EditMetric("X", _ => Assert.Fail("There is none.")).RenameDepartment("X", "Y").RemoveEvidence("X").RemoveOpportunity("X").MoveTouchpoint("X", "S"))).Problems);
        Assert.Equal(["touchpoint \"T\": the claim \"price\" is not there to remove; the touchpoint has no claims"],
            Assert.Throws<JourneyDefinitionException>(() => Journey.Create("J", map => map.AddStage("S", stage => stage.AddTouchpoint("T", touch => touch.ClaimsNoMore("price"))))).Problems);
    }

    [Fact]
    public void A_new_persona_is_followed_unless_someone_says_otherwise()
    {
        Assert.Equal(["Dana", "Omar", "Eve"], Map.With(map => map.AddPersona("Eve")).FollowedPersonas.Select(persona => persona.Name));
        Assert.Equal(["Omar"], Map.With(map => map.AddPersona("Eve").Follows("Omar")).FollowedPersonas.Select(persona => persona.Name));
        Assert.Empty(Map.With(map => map.Follows()).FollowedPersonas);
    }
}
