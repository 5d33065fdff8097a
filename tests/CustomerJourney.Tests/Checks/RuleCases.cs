using System.Text.Json.Nodes;

namespace CustomerJourney.Tests.Checks;

/// <summary>One case a rule: what breaks it, and what is nearly the same and does not.</summary>
internal static class RuleCases
{
    private const string Map = "journey bicycle";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("CJ001", "touchpoint payment", "“$.journey.stages[1].touchpoints[0].channelId” refers to “gone”, which does not exist.",
            d => d.Touchpoint(1, 0)["channelId"] = "gone", d => d.Touchpoint(1, 0)["x-channelId"] = "gone"),
        new("CJ002", "metric nps", "Id “nps” is used more than once: “$.metrics[4]”.",
            d => d["metrics"]!.AsArray().Add(d.Library("metrics", 1).DeepClone()), d => d.Library("departments", 0)["x-twin"] = d.Library("departments", 0).DeepClone()),
        new("CJ003", "stage buy", "Stage “buy”: phase weights sum to 0.9, not 1.",
            d => d.Stage(1)["phases"]![0]!["weight"] = 0.3, d => d.Stage(1)["phases"]![0]!["weight"] = 0.4 + 1e-12),

        new("CJ010", Map, "The map names no persona.", d => d.Root()["personaIds"] = new JsonArray(), d => d.Root()["personaIds"] = new JsonArray("ana")),
        new("CJ011", "persona ana", "Persona “Ana” has no geographic and psychographic facts.",
            d => { d.Library("personas", 0).Remove("geographic"); d.Library("personas", 0).Remove("psychographic"); }, d => d.Library("personas", 0)["demographic"] = new JsonObject { ["gender"] = "f" }),
        new("CJ012", "persona ben", "Persona “Ben” rests on guesses.", d => d.Library("personas", 1)["basis"] = "assumption", d => d.Library("personas", 1)["basis"] = "research"),
        new("CJ013", "persona ben", "Persona “Ben” walks exactly the same way as “Ana”.",
            d => d.Touchpoint(1, 1).Remove("personaIds"), d => d.Touchpoint(1, 1)["personaIds"] = new JsonArray("ben")),
        new("CJ014", Map, "A first map with 3 personas is hard to finish; start with at most 2.",
            d => { d.AddPersona(); d.Root()["version"] = 1; }, d => d.AddPersona()),

        new("CJ020", "stage ride", "Stage “Ride” has no touchpoint.",
            d => { d.Stage(2)["touchpoints"] = new JsonArray(); d.AddTouchpoints(0, 2); }, d => d.Stage(2)["touchpoints"]!.AsArray().RemoveAt(0)),
        new("CJ021", Map, "Only 5 touchpoints in 3 stages, fewer than 2 a stage: the map probably leaves out parts of the journey.",
            d => d.Stage(2)["touchpoints"]!.AsArray().RemoveAt(0), d => { d.Stage(2)["touchpoints"]!.AsArray().RemoveAt(0); d.AddTouchpoints(1, 1); }),
        new("CJ022", Map, "41 touchpoints in one map, more than 40; split it into sub-journeys.", d => d.AddTouchpoints(0, 35), d => d.AddTouchpoints(0, 34)),
        new("CJ023", Map, "The map stops at the sale; what follows is missing.",
            d => d.Stage(2)["phases"]![0]!["phase"] = "receive", d => { d.Stage(2)["phases"]![0]!["phase"] = "receive"; d.Root()["type"] = "leadGeneration"; }),
        new("CJ024", Map, "The map starts after the customer has found you.", d => d.Stage(0)["phases"]![0]!["phase"] = "engage", d => d.Stage(0)["phases"]![0]!["phase"] = "need"),
        new("CJ025", "stage look-around", "Stage “Nurture leads” is named from the company's side: “lead”.", d => d.Stage(0)["name"] = "Nurture leads", d => d.Stage(0)["name"] = "Misleading talk"),
        new("CJ026", Map, "Customers skip and repeat stages; the map shows one straight line.", d => d.Root()["transitions"]![0]!["kind"] = "exit", d => d.Root()["transitions"]![0]!["kind"] = "skip"),
        new("CJ027", "stage buy", "Stage “Buy” lacks the customer's goal, the customer's questions and the customer's needs.",
            d => { d.Stage(1).Remove("customerGoal"); d.Stage(1).Remove("customerQuestions"); d.Stage(1).Remove("needs"); }, d => d.Stage(1).Remove("companyGoal")),
        new("CJ028", "stage ride", "Nobody says what the company does in “Ride”.", d => d.Stage(2).Remove("companyActions"), d => d.Stage(2)["companyActions"] = new JsonArray("Wait")),

        new("CJ030", "touchpoint guide", "Touchpoint “Guide” has no channel.", d => d.Touchpoint(0, 1).Remove("channelId"), d => { d.Touchpoint(0, 1).Remove("channelId"); d.Touchpoint(0, 1)["kind"] = "action"; }),
        new("CJ031", "touchpoint guide", "Touchpoint “Guide” has no emotion.", d => d.Touchpoint(0, 1).Remove("emotions"), d => d.Touchpoint(0, 1)["emotions"]![0]!["value"] = 0),
        new("CJ032", Map, "All 6 emotions are nearly equal (0…0.9).", d => d.Emotions(0, 0.9), d => d.Emotions(0, 1)),
        new("CJ033", "touchpoint payment", "“Payment” is a moment of truth but nothing measures it.",
            AskAtTheStageOnly, d => { AskAtTheStageOnly(d); d.Touchpoint(1, 0).Remove("momentOfTruth"); }),
        new("CJ034", Map, "The map marks no decisive moment.", d => d.Touchpoint(1, 0).Remove("momentOfTruth"), d => d.Touchpoint(1, 0)["momentOfTruth"] = new JsonObject { ["type"] = "zero" }),
        new("CJ035", "touchpoint advert", "Nobody owns “Advert”.", d => d.Touchpoint(0, 0).Remove("ownerDepartmentId"), d => { d.Touchpoint(0, 0).Remove("ownerDepartmentId"); d.Touchpoint(0, 0)["kind"] = "action"; }),
        new("CJ036", "claim price", "“price” is “from 300” (advert) ≠ “from 320” (payment).",
            d => d.Touchpoint(1, 0)["claims"]![0]!["value"] = "from 320", d => d.Touchpoint(1, 0)["claims"]![0]!["key"] = "other-price"),
        new("CJ037", Map, "All touchpoints are digital.", d => d.Media("digital"), d => { d.Media("digital"); d.Library("channels", 0)["medium"] = "human"; }),
        new("CJ038", "touchpoint payment", "From “Payment” to “Pick-up” (pick-up) the customer changes channel; no shared system is named.",
            d => d.Touchpoint(1, 0).Remove("systems"), d => { d.Touchpoint(1, 0).Remove("systems"); d.Touchpoint(1, 1)["systems"] = new JsonArray("Till"); }),

        new("CJ040", "touchpoint guide", "“Guide” feels bad (-1) but no pain point says why.", d => d.Touchpoint(0, 1)["emotions"]![0]!["value"] = -1, d => d.Touchpoint(0, 1)["emotions"]![0]!["value"] = -0.9),
        new("CJ041", "pain point card-refused", "Nothing answers the pain “Card refused”.",
            d => { d.Opportunity()["status"] = "rejected"; d.PainPoint()["severity"] = 2; }, d => { d.Opportunity()["status"] = "rejected"; d.PainPoint()["severity"] = 1; }),
        new("CJ042", "pain point card-refused", "“Card refused” is rated severe without evidence.",
            d => d.PainPoint().Remove("evidenceIds"), d => { d.PainPoint().Remove("evidenceIds"); d.PainPoint()["severity"] = 2; }),
        new("CJ043", "opportunity say-why-a-card-is-refused", "“Say why a card is refused” has no owner and no metric.",
            d => { d.Opportunity().Remove("ownerDepartmentId"); d.Opportunity().Remove("metricIds"); }, d => d.Opportunity().Remove("painPointIds")),

        new("CJ050", "stage buy", "Stage “Buy” never asks the customer.",
            d => d.Touchpoint(1, 0)["metricIds"] = new JsonArray("conversion"), d => d.Touchpoint(1, 0)["metricIds"] = new JsonArray("conversion", "nps")),
        new("CJ051", "stage buy", "Nobody measures whether customers finish “Buy”.", d => d.Stage(1)["metricIds"] = new JsonArray("csat"), d => d.Stage(1)["metricIds"] = new JsonArray("retention")),
        new("CJ052", Map, "CSAT is not measured.", d => d.Library("metrics", 0)["kind"] = "ces", d => d.Library("metrics", 3)["kind"] = "dropOffRate"),
        new("CJ053", "metric nps", "“NPS” has no target.", d => d.Library("metrics", 1).Remove("target"), d => d.Library("metrics", 1)["target"] = 0),
        new("CJ054", "metric csat", "“CSAT” = 101 on 2026-01-01 is impossible; allowed is 0 to 100.", d => d.Library("metrics", 0).Values(101), d => d.Library("metrics", 0).Values(100)),
        new("CJ055", "metric retention", "“Retention” is defined but not on the map.",
            d => d.Stage(2)["metricIds"]![1] = "conversion", d => { d.Stage(2)["metricIds"]![1] = "conversion"; d.Opportunity()["metricIds"]!.AsArray().Add("retention"); }),
        new("CJ056", "touchpoint service", "“Service” cannot be compared with tracked events.",
            d => d.Touchpoint(2, 1).Remove("eventBindings"), d => { d.Touchpoint(2, 1).Remove("eventBindings"); d.Root()["status"] = "draft"; }),

        new("CJ060", Map, "Last looked at 91 days ago; review is due every 90.", _ => { }, _ => { }) { AsOf = new DateOnly(2026, 2, 1).AddDays(91) },
        new("CJ061", Map, "There is no ideal to compare with.", RemoveTargets, d => { RemoveTargets(d); d.Root()["counterpartId"] = "bicycle-ideal"; }),
        new("CJ062", "touchpoint pick-up", "In “Pick-up” the ideal (1) is below today (2).", d => SetTarget(d.Touchpoint(1, 1), 1), d => SetTarget(d.Touchpoint(1, 1), 2)),
        new("CJ063", Map, "The published map rests on assumptions only.",
            d => d.Root()["basis"] = "assumption", d => { d.Root()["basis"] = "assumption"; d.Root()["status"] = "draft"; }),
        new("CJ064", Map, "The map has no trigger and no business goal.",
            d => { d.Root()["scope"]!.AsObject().Remove("trigger"); d.Root()["scope"]!.AsObject().Remove("businessGoal"); }, d => d.Root()["scope"]!.AsObject().Remove("scenario")),
        new("CJ065", Map, "Nobody owns the map.", d => d.Root().Remove("owner"), d => d.Root()["owner"]!.AsObject().Remove("departmentId")),
        new("CJ066", Map, "Only “Shop” takes part.", d => d.Stage(2)["departmentIds"] = new JsonArray("shop"), d => d.Stage(2)["departmentIds"] = new JsonArray("shop", "workshop")),
        new("CJ067", Map, "33.3 % of the map changed since version 2: of 9 stages and touchpoints 0 were added, 0 removed and 3 renamed.",
            d => { Rename(d, 0); Rename(d, 1); Rename(d, 2); }, d => { Rename(d, 0); Rename(d, 1); }) { Options = new() { PreviousVersion = CleanMap.Map } },
        new("CJ068", "touchpoint service", "“我们店里为您的自行车做一次全面的检查和保养服务” will not fit its cell: 46 letters wide, 40 fit.",
            d => d.Touchpoint(2, 1)["name"] = "我们店里为您的自行车做一次全面的检查和保养服务", d => d.Touchpoint(2, 1)["name"] = "我们店里为您的自行车做一次检查和保养服务"),
    ];

    private static void AddPersona(this JsonNode document)
    {
        JsonNode copy = document.Library("personas", 0).DeepClone();
        (copy["id"], copy["name"]) = ("cleo", "Cleo");
        document["personas"]!.AsArray().Add(copy);
        document.Root()["personaIds"] = new JsonArray("ana", "ben", "cleo");
    }

    private static void Emotions(this JsonNode document, double lowest, double highest)
    {
        foreach ((int index, JsonObject touchpoint) in document.Touchpoints().Index())
        {
            touchpoint["emotions"] = new JsonArray(new JsonObject { ["value"] = index == 0 ? highest : lowest });
            touchpoint["targetEmotion"] = 2;
        }
    }

    private static void Media(this JsonNode document, string medium)
    {
        foreach (JsonNode? channel in document["channels"]!.AsArray()) channel!["medium"] = medium;
    }

    private static void RemoveTargets(JsonNode document)
    {
        foreach (JsonObject touchpoint in document.Touchpoints())
        {
            touchpoint.Remove("targetEmotion");
            foreach (JsonNode? emotion in touchpoint["emotions"]!.AsArray()) emotion!.AsObject().Remove("x-customerjourney-target");
        }
    }

    private static void SetTarget(JsonObject touchpoint, double target)
    {
        touchpoint["targetEmotion"] = target;
        touchpoint["emotions"]![0]!.AsObject().Remove("x-customerjourney-target");
    }

    /// <summary>Moves the question about the payment to its stage.</summary>
    private static void AskAtTheStageOnly(JsonNode document)
    {
        document.Touchpoint(1, 0).Remove("metricIds");
        document.Stage(1)["metricIds"]!.AsArray().Add("csat");
    }

    private static void Rename(JsonNode document, int stage) => document.Stage(stage)["name"] = $"Renamed {stage}";
}
