using System.Text.Json.Nodes;
using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.Checks;

/// <summary>A small map that breaks no rule, and copies of it in which something was changed in the document.</summary>
internal static class CleanMap
{
    public static readonly DateOnly AsOf = new(2026, 3, 1);

    public static Journey Map { get; } = Journey.Create("Bicycle", map => map
        .Type(JourneyType.Purchase).Status(JourneyStatus.Published).Basis(ResearchBasis.Research).Version(2)
        .Dated(new DateOnly(2025, 6, 1), updated: new DateOnly(2026, 1, 10)).Reviewed(new DateOnly(2026, 2, 1))
        .Owner("Head of journeys", department: "Shop")
        .Scope(trigger: "The old one broke", endState: "Tells a friend", businessGoal: "More second purchases")
        .AddDepartment("Shop").AddDepartment("Workshop")
        .AddEvidence("Interviews", EvidenceKind.Interview, sampleSize: 12)
        .AddMetric("CSAT", MetricKind.Csat, metric => metric.Target(90).Observed(new DateOnly(2026, 1, 1), 88))
        .AddMetric("NPS", MetricKind.Nps, metric => metric.Target(40).Observed(new DateOnly(2026, 1, 1), -12))
        .AddMetric("Retention", MetricKind.RetentionRate, metric => metric.Target(60))
        .AddMetric("Conversion", MetricKind.ConversionRate, metric => metric.Target(5).Observed(new DateOnly(2026, 1, 1), 4))
        .AddPersona("Ana", persona => persona.Basis(ResearchBasis.Research).BasedOn("Interviews").LivesIn("MY").Aged(30, 39).Goals("be outside").LookingFor("advice"))
        .AddPersona("Ben", persona => persona.Basis(ResearchBasis.Mixed).BasedOn("Interviews").LivesIn("DE").Aged(50, 59).Goals("save time").LookingFor("a low price"))
        .AddStage("Look around", stage => stage
            .Covers(JourneyPhase.Discover).Departments("Shop").Watching("Conversion", "CSAT")
            .Goal("Know what there is").CustomerActions("Searches").CustomerQuestions("Which size?").Needs("Clear words").CompanyActions("Write guides")
            .AddTouchpoint("Advert", touch => touch.On(ChannelCategory.SocialMedia).OwnedBy("Shop").Feels(1, target: 2).Claims("price", "from 300").ObservedAs("ad_click"))
            .AddTouchpoint("Guide", touch => touch.On(ChannelCategory.Website).OwnedBy("Shop").Feels(1, target: 1).ObservedAs("guide_read")))
        .AddStage("Buy", stage => stage
            .Covers((JourneyPhase.Decide, 0.4), (JourneyPhase.Purchase, 0.6)).Departments("Shop").Watching("Conversion")
            .Goal("Order").CustomerActions("Pays").CustomerQuestions("Is it safe?").Needs("Trust").CompanyActions("Keep checkout short")
            .AddTouchpoint("Payment", touch => touch
                .On(ChannelCategory.Website).OwnedBy("Shop").Watching("CSAT").MomentOfTruth("first money").Feels(-1, target: 1).Claims("price", "from 300").Systems("Order system").ObservedAs("paid")
                .AddPainPoint("Card refused", Severity.Major, pain => pain.BasedOn("Interviews")))
            .AddTouchpoint("Pick-up", touch => touch.On(ChannelCategory.PhysicalStore).OwnedBy("Workshop").For("Ana").Feels(2, target: 2).ObservedAs("picked_up")))
        .AddStage("Ride", stage => stage
            .Covers(JourneyPhase.Use).Departments("Workshop").Watching("NPS", "Retention")
            .Goal("Ride").CustomerActions("Rides").CustomerQuestions("When is service due?").Needs("Care").CompanyActions("Remind")
            .AddTouchpoint("First ride", touch => touch.Action().Feels(2))
            .AddTouchpoint("Service", touch => touch.On(ChannelCategory.PhysicalStore).OwnedBy("Workshop").Feels(0, target: 1).ObservedAs("serviced")))
        .AddTransition("Ride", "Look around", TransitionKind.Loop)
        .AddOpportunity("Say why a card is refused", idea => idea.Answers("Card refused").OwnedBy("Shop").Watching("CSAT").Status(OpportunityStatus.Planned)));

    /// <summary>The document of the map after a change of it.</summary>
    public static string Changed(Action<JsonNode> change)
    {
        JsonNode document = JsonNode.Parse(Map.ToJson())!;
        change(document);
        return document.ToJsonString();
    }

    public static JsonObject Root(this JsonNode document) => document["journey"]!.AsObject();

    public static JsonObject Stage(this JsonNode document, int stage) => document.Root()["stages"]![stage]!.AsObject();

    public static JsonObject Touchpoint(this JsonNode document, int stage, int touchpoint) => document.Stage(stage)["touchpoints"]![touchpoint]!.AsObject();

    public static JsonObject PainPoint(this JsonNode document) => document.Touchpoint(1, 0)["painPoints"]![0]!.AsObject();

    public static JsonObject Opportunity(this JsonNode document) => document.Root()["opportunities"]![0]!.AsObject();

    public static JsonObject Library(this JsonNode document, string kind, int index) => document[kind]![index]!.AsObject();

    /// <summary>Every touchpoint of the document.</summary>
    public static IEnumerable<JsonObject> Touchpoints(this JsonNode document) =>
        document.Root()["stages"]!.AsArray().SelectMany(stage => stage!["touchpoints"]?.AsArray() ?? []).Select(touchpoint => touchpoint!.AsObject());

    /// <summary>Adds copies of a touchpoint, each with its own id and name, to the stage.</summary>
    public static void AddTouchpoints(this JsonNode document, int stage, int count)
    {
        for (int i = 0; i < count; i++)
        {
            JsonNode copy = document.Touchpoint(0, 1).DeepClone();
            copy["id"] = $"more-{stage}-{i}";
            copy["name"] = $"More {stage} {i}";
            document.Stage(stage)["touchpoints"]!.AsArray().Add(copy);
        }
    }

    /// <summary>Adds copies of the first stage, with touchpoints.</summary>
    public static void AddStages(this JsonNode document, int count)
    {
        for (int i = 0; i < count; i++)
        {
            JsonNode copy = document.Stage(0).DeepClone();
            copy["id"] = $"again-{i}";
            copy["name"] = $"Again {i}";
            copy["touchpoints"] = new JsonArray();
            document.Root()["stages"]!.AsArray().Add(copy);
            document.AddTouchpoints(document.Root()["stages"]!.AsArray().Count - 1, 2);
        }
    }

    public static void Values(this JsonObject metric, double value) =>
        metric["observations"] = new JsonArray(new JsonObject { ["at"] = "2026-01-01", ["value"] = value });
}
