using CustomerJourney.Maps;

namespace CustomerJourney.Tests.Maps;

/// <summary>Where the journey takes place, who comes and who works on it.</summary>
public sealed class ChannelAndDepartmentTests
{
    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddPersona("Ana").AddPersona("Ben")
        .AddChannel("Poster", ChannelCategory.Outdoor, ownership: ChannelOwnership.Paid)
        .AddChannel("Web", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Store", ChannelCategory.PhysicalStore)
        .AddChannel("Fax", ChannelCategory.Other, medium: ChannelMedium.Digital)
        .AddDepartment("Sales").AddDepartment("IT").AddDepartment("Law")
        .AddStage("Before", stage => stage.Departments("Law")
            .AddTouchpoint("See the poster", touch => touch.On("Poster").Departments("Sales"))
            .AddTouchpoint("Talk at home", touch => touch.Action())
            .AddTouchpoint("Open the shop", touch => touch.On("Web").OwnedBy("IT").Departments("IT", "Sales").Feels(-1)))
        .AddStage("During", stage => stage
            .AddTouchpoint("Order", touch => touch.On("Web").OwnedBy("Sales").Feels(1).Important(1)
                .AddPainPoint("Too many fields", Severity.Minor, pain => pain.For("Ben")))
            .AddTouchpoint("Ask someone", touch => touch.For("Ben"))
            .AddTouchpoint("Collect", touch => touch.On("Store").For("Ben").OwnedBy("Sales")))
        .AddOpportunity("Open", idea => idea.OwnedBy("IT"))
        .AddOpportunity("Over", idea => idea.OwnedBy("IT").Status(OpportunityStatus.Done)));

    [Fact]
    public void The_mix_counts_touchpoints_that_have_a_channel()
    {
        ChannelMix mix = Shop.Analyze().Channels;

        Assert.Equal([("Web", 2, 0.5), ("Poster", 1, 0.25), ("Store", 1, 0.25), ("Fax", 0, 0.0)], mix.Channels.Select(row => (row.Of.Name, row.Touchpoints.Count, row.Share!.Value)));
        Assert.Equal([(ChannelOwnership.Owned, 2), (ChannelOwnership.Paid, 1), (null, 1)], mix.Ownerships.Where(row => row.Touchpoints.Count > 0).Select(row => (row.Of, row.Touchpoints.Count)));
        Assert.Equal(1, mix.Media.Sum(row => row.Share));
        Assert.Equal(["Ask someone"], mix.WithoutChannel.Select(touchpoint => touchpoint.Name));

        // (3·(−1) + 1·1) / 4; nothing is known of the poster.
        Assert.Equal(-0.5, mix.Channels[0].Score);
        Assert.Null(mix.Channels[1].Score);
    }

    [Fact]
    public void Breaks_are_changes_of_channel_and_pass_over_what_has_none()
    {
        ChannelBreakList breaks = Shop.Analyze().ChannelBreaks;

        Assert.Equal([("See the poster", "Open the shop", false), ("Order", "Collect", false)], breaks.Breaks.Select(found => (found.From.Name, found.To.Name, found.IsBetweenStages)));
        Assert.Equal((3, 2.0 / 3), (breaks.Steps, breaks.Rate!.Value));
        Assert.True(breaks.Breaks[1].ChangesMedium);
        Assert.Single(breaks.Within(Shop.Stages[0]));
        Assert.Null(breaks.After(Shop.Stages[0]));
    }

    [Fact]
    public void A_persona_has_breaks_on_her_own_way()
    {
        Assert.Equal(["See the poster"], Shop.Analyze().ChannelBreaksOf("Ana").Breaks.Select(found => found.From.Name));
        ChannelBreakList none = Journey.Create("Still", map => map.AddStage("Only")).Analyze().ChannelBreaks;
        Assert.Empty(none.Breaks);
        Assert.Null(none.Rate);
    }

    [Fact]
    public void A_break_between_stages_is_found_at_the_stage_that_is_left()
    {
        Journey moved = Shop.With(map => map.MoveTouchpoint("Open the shop", "During").EditStage("During", stage => stage.RemoveTouchpoint("Order")));

        ChannelBreakList breaks = moved.Analyze().ChannelBreaks;

        Assert.Equal("Collect", breaks.After(moved.Stages[0])!.To.Name);
        Assert.Empty(breaks.Within(moved.Stages[0]));
    }

    [Fact]
    public void Departments_own_and_support()
    {
        DepartmentLoad load = Shop.Analyze().Departments;

        Assert.Equal([("Sales", 2, 2), ("IT", 1, 0), ("Law", 0, 0)], load.Departments.Select(work => (work.Department.Name, work.Owned.Count, work.Supported.Count)));
        Assert.Equal(4.0 / 6, load.Departments[0].Share!.Value, 12);
        Assert.Equal(["Too many fields"], load.Departments[0].PainPoints.Select(pain => pain.Text));
        Assert.Equal(["Open"], load.Departments[1].OpenOpportunities.Select(opportunity => opportunity.Title));
        Assert.Equal(["Before"], load.Departments[2].Stages.Select(stage => stage.Name));
        Assert.Equal(["See the poster", "Ask someone"], load.WithoutOwner.Select(touchpoint => touchpoint.Name));
    }

    [Fact]
    public void The_matrix_says_who_comes_where_and_how_it_feels()
    {
        PersonaMatrix matrix = Shop.Analyze().Personas;

        Assert.Equal(12, matrix.Cells.Count);
        Assert.False(matrix["Collect", "Ana"].Comes);
        Assert.Null(matrix["Collect", "Ana"].Emotion);
        Assert.Equal(1, matrix["Order", "Ana"].Emotion);
        Assert.Empty(matrix["Order", "Ana"].PainPoints);
        Assert.Equal(["Too many fields"], matrix["Order", "Ben"].PainPoints.Select(pain => pain.Text));
        Assert.Equal(["During", "Order", true, 1.0, true, 1.0], matrix.ToTable().Rows[3]);
        Assert.Throws<KeyNotFoundException>(() => matrix["Order", "Cleo"]);
        Assert.Throws<KeyNotFoundException>(() => matrix["Nowhere", "Ana"]);
    }
}
