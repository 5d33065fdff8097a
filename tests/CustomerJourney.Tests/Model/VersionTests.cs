namespace CustomerJourney.Tests.Model;

public class VersionTests
{
    private static readonly Journey Published = Shop.Map.With(map => map.Status(JourneyStatus.Published).Version(3));

    [Fact]
    public void An_edit_of_a_published_map_is_a_draft_of_the_next_version()
    {
        Journey edited = Published.With(map => map.EditStage("Support", stage => stage.Goal("Help in an hour")));
        Assert.Equal((4, JourneyStatus.Draft), (edited.Version, edited.Status));
        Assert.Equal((4, JourneyStatus.Draft), Facts(edited.With(map => map.EditStage("Support", stage => stage.Goal("Help at once")))));
        Assert.Equal((3, JourneyStatus.Published), (Published.Version, Published.Status));
    }

    [Fact]
    public void Status_version_and_dates_are_no_edits()
    {
        Assert.Equal((3, JourneyStatus.Published), Facts(Published.With(_ => { })));
        Assert.Equal((3, JourneyStatus.Archived), Facts(Published.With(map => map.Status(JourneyStatus.Archived))));
        Assert.Equal((3, JourneyStatus.Published), Facts(Published.With(map => map.Reviewed(new(2026, 3, 1)).Updated(new(2026, 3, 1)))));
        Assert.Equal((7, JourneyStatus.Published), Facts(Published.With(map => map.Version(7))));
    }

    [Fact]
    public void Who_edits_may_say_which_version_it_is()
    {
        Assert.Equal((5, JourneyStatus.Published), Facts(Published.With(map => map.Renamed("Shop").Version(5).Status(JourneyStatus.Published))));
        Assert.Equal(["journey \"Shop\": version 3 is published and cannot be edited as version 3; leave the version out or give a higher one"],
            Assert.Throws<JourneyDefinitionException>(() => Published.With(map => map.Renamed("Shop").Version(3))).Problems);
    }

    [Fact]
    public void A_draft_keeps_its_version() => Assert.Equal((1, JourneyStatus.Draft), Facts(Shop.Map.With(map => map.Renamed("Shop"))));

    private static (int, JourneyStatus) Facts(Journey journey) => (journey.Version, journey.Status);
}
