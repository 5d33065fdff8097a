using System.Text.Json.Nodes;
using CustomerJourney.Comparison;
using CustomerJourney.StageModels;
using CustomerJourney.Tests.Building;

namespace CustomerJourney.Tests.Comparison;

public class MapFieldTests
{
    private static readonly string Json = OnlineShop.Map.ToJson();

    [Theory]
    [InlineData("journey", "description", "type", "counterpartId", "basis", "status", "version", "createdAt", "updatedAt", "reviewedAt", "reviewEveryDays", "owner.name", "owner.departmentId", "scope.trigger", "scope.expectations", "stageModelId", "transitions")]
    [InlineData("journey.stages[0]", "sourceNames.zh-Hans", "phases", "customerGoal", "companyGoal", "expectedDuration.max", "customerActions", "customerQuestions", "needs", "companyActions", "departmentIds", "metricIds")]
    [InlineData("journey.stages[0].touchpoints[2]", "kind", "channelId", "initiator", "importance", "doing", "emotions", "targetEmotion", "departmentIds", "ownerDepartmentId", "metricIds", "eventBindings")]
    [InlineData("journey.stages[1].touchpoints[0]", "claims")]
    [InlineData("journey.stages[1].touchpoints[1]", "personaIds")]
    [InlineData("journey.stages[1].touchpoints[2]", "description")]
    [InlineData("journey.stages[3].touchpoints[0]", "momentOfTruth.type", "momentOfTruth.why")]
    [InlineData("journey.stages[0].touchpoints[2].painPoints[0]", "severity", "category", "affectedShare", "evidenceIds")]
    [InlineData("journey.opportunities[0]", "howMightWe", "painPointIds", "stageIds", "touchpointIds", "impact", "confidence", "effort", "reachPerQuarter", "status", "ownerDepartmentId", "metricIds")]
    [InlineData("personas[0]", "headline", "isPrimary", "share", "basis", "quote", "geographic.country", "geographic.place", "demographic.ageMin", "demographic.gender", "demographic.occupation", "psychographic.values", "behavioural.devices", "behavioural.preferredChannelIds", "evidenceIds")]
    [InlineData("channels[0]", "category", "medium", "ownership")]
    [InlineData("metrics[0]", "kind", "unit", "direction", "category", "range.max", "target", "observations")]
    [InlineData("evidence[0]", "type", "sampleSize", "collectedOn")]
    public void Every_fact_that_changes_is_named(string part, params string[] fields)
    {
        foreach (string field in fields)
        {
            JsonNode document = JsonNode.Parse(Json)!;
            JsonNode owner = Follow(document, part);
            string[] steps = field.Split('.');
            foreach (string step in steps[..^1]) owner = owner[step]!;
            Change(owner.AsObject(), steps[^1]);
            Journey changed = Journey.Parse(document.ToJsonString());

            // Some facts are one: a touchpoint that is an action is begun by nobody.
            MapChange change = Assert.Single(MapComparison.Between(OnlineShop.Map, changed).Changes);
            Assert.Equal(MapChangeKind.Changed, change.Kind);
            Assert.Equal(Follow(document, part)["id"]!.GetValue<string>(), change.ElementId);
            MapFieldChange named = Assert.Single(change.Fields, one => one.Field == field);
            Assert.NotEqual(named.Before, named.After);
            Assert.Contains($" from {named.Before ?? "none"} to {named.After ?? "none"}", change.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ids_are_shown_as_names_and_spelling_is_no_change()
    {
        Journey shop = OnlineShop.Map;
        Journey changed = shop.With(map => map.EditStage("Awareness", stage => stage.EditTouchpoint("landing", touch => touch.Watching("NPS", "Bounce rate").OwnedBy("CRM"))));
        Assert.Equal("owner department from \"IT\" to \"CRM\"; metrics from \"Bounce rate\" to \"NPS\", \"Bounce rate\"", Changes(shop, changed)[1].Description);
        Assert.Empty(MapComparison.Between(shop, Journey.Parse(Json.Replace("\"P365D\"", "\"P1Y\"", StringComparison.Ordinal).Replace("6.8", "6.80", StringComparison.Ordinal))).Changes);
    }

    [Fact]
    public void The_order_of_transitions_and_events_says_nothing()
    {
        JsonNode document = JsonNode.Parse(Json)!;
        foreach (string list in (string[])["journey.transitions", "journey.stages[0].touchpoints[2].eventBindings", "journey.stages[1].touchpoints[0].claims"])
        {
            JsonArray items = Follow(document, list).AsArray();
            JsonNode first = items[0]!;
            items.RemoveAt(0);
            items.Add(first);
        }

        Assert.Empty(MapComparison.Between(OnlineShop.Map, Journey.Parse(document.ToJsonString())).Changes);
    }

    [Fact]
    public void Touchpoints_match_by_phase_channel_and_normalized_name()
    {
        Journey one = Map(JourneyPhase.Purchase, "Check-out!", "c1"), other = Map(JourneyPhase.Purchase, "CHECK  OUT", "c2"), elsewhere = Map(JourneyPhase.Use, "Check-out!", "c3");
        Assert.Equal([(MapChangeKind.Renamed, "c2")], Changes(one, other).Select(change => (change.Kind, change.ElementId)));
        Assert.Contains((MapChangeKind.Added, "touchpoint", "c3"), Changes(one, elsewhere).Select(change => (change.Kind, change.ElementKind, change.ElementId)));
        Assert.Contains((MapChangeKind.Removed, "touchpoint", "c1"), Changes(one, elsewhere).Select(change => (change.Kind, change.ElementKind, change.ElementId)));

        static Journey Map(JourneyPhase phase, string name, string id) =>
            Journey.Create("J", map => map.AddChannel("Web").AddStage("S", stage => stage.Covers(phase).AddTouchpoint(name, touch => touch.Id(id).On("web"))));
    }

    [Fact]
    public void A_persona_that_is_followed_no_more_has_changed()
    {
        MapChange change = Assert.Single(Changes(OnlineShop.Map, OnlineShop.Map.With(map => map.Follows("Omar").Status(JourneyStatus.Published).Version(6))), one => one.ElementKind == "persona");
        Assert.Equal("followed from yes to no", change.Description);
    }

    [Fact]
    public void Changes_are_equal_by_value()
    {
        Journey changed = OnlineShop.Map.With(map => map.EditStage("Awareness", stage => stage.Goal("other")));
        Assert.Equal(Changes(OnlineShop.Map, changed), Changes(OnlineShop.Map, changed));
    }

    private static IReadOnlyList<MapChange> Changes(Journey one, Journey other) => MapComparison.Between(one, other).Changes;

    private static JsonNode Follow(JsonNode node, string path)
    {
        foreach (string step in path.Split('.'))
        {
            string[] parts = step.Split('[', ']');
            node = node[parts[0]]!;
            if (parts.Length > 1) node = node[int.Parse(parts[1])]!;
        }

        return node;
    }

    /// <summary>Another value that the format allows.</summary>
    private static void Change(JsonObject owner, string property) => owner[property] = (property, owner[property]) switch
    {
        ("type", _) when owner.ContainsKey("state") => "service",
        ("type", _) => owner.ContainsKey("title") ? "crm" : "custom",
        ("counterpartId", _) => "another",
        ("basis", _) => "assumption",
        ("status", _) => owner.ContainsKey("title") ? "done" : "archived",
        ("kind", _) => owner.ContainsKey("unit") ? "custom" : "action",
        ("initiator", _) => "thirdParty",
        ("category", _) => owner.ContainsKey("text") ? "gap" : owner.ContainsKey("unit") ? "perception" : "blog",
        ("medium", _) => "broadcast",
        ("ownership", _) => "partner",
        ("unit", _) => "score",
        ("direction", _) => "onTarget",
        ("country", _) => "SG",
        ("max", JsonValue value) when value.GetValueKind() == System.Text.Json.JsonValueKind.String => "P9D",
        ("channelId", _) => "app",
        ("departmentId" or "ownerDepartmentId", _) => "crm",
        ("departmentIds", _) => new JsonArray("logistics"),
        ("metricIds", _) => new JsonArray("nps"),
        ("evidenceIds", _) => new JsonArray(),
        ("personaIds", _) => new JsonArray("omar"),
        ("stageIds", _) => new JsonArray("advocacy"),
        ("touchpointIds", _) => new JsonArray("cta"),
        ("painPointIds", _) => new JsonArray("p-reply"),
        ("preferredChannelIds", _) => new JsonArray("app"),
        ("phases", _) => new JsonArray(new JsonObject { ["phase"] = "use", ["weight"] = 1 }),
        (_, JsonArray array) => Shorter(array),
        ("createdAt" or "collectedOn", _) => "2025-01-02",
        ("updatedAt" or "reviewedAt", _) => "2026-12-24",
        (_, JsonValue value) when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.GetValue<double>() is > 0 and < 1 ? 0.2 : value.GetValue<double>() is 5 or 120 or 2 or 4 or 25 ? 1 : value.GetValue<double>() + 1,
        (_, JsonValue value) when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => !value.GetValue<bool>(),
        _ => "another",
    };

    private static JsonArray Shorter(JsonArray array)
    {
        JsonArray copy = array.DeepClone().AsArray();
        copy.RemoveAt(0);
        return copy;
    }
}
