using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>Models of article 003, Chinese, and of those whom it cites.</content>
public sealed partial class StageModel
{
    /// <summary>The life cycle in six stages, from knowing one's own problem to always choosing the same business.</summary>
    public static StageModel SixStage { get; } = new(
        "six-stage",
        "Six-stage life cycle (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("awareness", "Awareness")
            {
                OriginalName = "意识",
                Phases = [new(Need, 0.6), new(Discover, 0.4)],
                CustomerActions = ["knows their own problem", "researches"],
            },
            new("engagement", "Engagement")
            {
                OriginalName = "订婚 / 参与",
                Translations = [("zh-Hans", "参与")],
                Phases = [new(Discover, 0.3), new(Engage, 0.7)],
                CustomerActions = ["meets the business"],
            },
            new("evaluation", "Evaluation")
            {
                OriginalName = "评价",
                Phases = [new(Evaluate, 1)],
                CustomerActions = ["asks whether the business is the best fit"],
            },
            new("purchase", "Purchase")
            {
                OriginalName = "购买",
                Phases = [new(Decide, 0.4), new(Purchase, 0.6)],
                CustomerActions = ["takes the plunge"],
            },
            new("experience", "Experience")
            {
                OriginalName = "经验",
                Phases = [new(Receive, 0.2), new(Use, 0.4), new(Support, 0.1), new(Retain, 0.3)],
                CustomerActions = ["is happy", "comes back"],
            },
            new("bonding", "Bonding")
            {
                OriginalName = "粘结 / 粘合",
                Translations = [("zh-Hans", "粘合")],
                Phases = [new(Retain, 0.6), new(Advocate, 0.4)],
                CustomerActions = ["always chooses the business over its competitors"],
            },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>Four stages of a web service: visit, register, onboard, retain.</summary>
    public static StageModel WebService { get; } = new(
        "saas-4",
        "Four stages of a web service (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("visit", "Visit website") { OriginalName = "访问网站", Phases = [new(Discover, 0.4), new(Engage, 0.3), new(Evaluate, 0.3)] },
            new("register", "Register") { OriginalName = "注册", Phases = [new(Decide, 0.6), new(Purchase, 0.4)] },
            new("onboard", "Onboard") { OriginalName = "onboard", Phases = [new(Receive, 0.5), new(Use, 0.5)] },
            new("retain", "Retain") { OriginalName = "保留", Phases = [new(Support, 0.2), new(Retain, 0.6), new(Advocate, 0.2)] },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>HubSpot's shortened three stages.</summary>
    public static StageModel HubSpotThreeStage { get; } = new(
        "hubspot-3",
        "Shortened three stages, HubSpot (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("awareness", "Awareness") { OriginalName = "意识", Phases = [new(Need, 0.5), new(Discover, 0.5)] },
            new("consideration", "Consideration") { OriginalName = "考虑", Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("decision", "Decision") { OriginalName = "决定", Phases = [new(Decide, 0.6), new(Purchase, 0.4)] },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>SurveyMonkey's before, during and after; article 002 has words for the first and the last.</summary>
    public static StageModel BeforeDuringAfter { get; } = new(
        "before-during-after",
        "Before, during, after, SurveyMonkey (003; 002 says до и после)",
        "003",
        StageModelOrder.Linear,
        [
            new("before", "Before")
            {
                OriginalName = "之前",
                Translations = [("ru", "до")],
                Phases = [new(Need, 0.25), new(Discover, 0.25), new(Engage, 0.25), new(Evaluate, 0.25)],
            },
            new("during", "During") { OriginalName = "期间", Phases = [new(Decide, 0.3), new(Purchase, 0.4), new(Receive, 0.3)] },
            new("after", "After")
            {
                OriginalName = "之后",
                Translations = [("ru", "после")],
                Phases = [new(Use, 0.25), new(Support, 0.25), new(Retain, 0.25), new(Advocate, 0.25)],
            },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>The simple map of an app project, by Bright Vessel: from research to the signature.</summary>
    public static StageModel BrightVessel { get; } = new(
        "bright-vessel-5",
        "Simple map of an app, Bright Vessel (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("research", "Research") { OriginalName = "研究", Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("compare", "Compare") { OriginalName = "比较", Phases = [new(Engage, 0.2), new(Evaluate, 0.8)] },
            new("workshop", "Workshop") { OriginalName = "研讨会", Phases = [new(Evaluate, 0.9), new(Decide, 0.1)] },
            new("quote", "Quote") { OriginalName = "报价", Phases = [new(Decide, 1)] },
            new("sign", "Sign-off") { OriginalName = "签字", Phases = [new(Decide, 0.2), new(Purchase, 0.8)] },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>The stages of a map that follows three personas.</summary>
    public static StageModel MultiPersona { get; } = new(
        "multi-persona-4",
        "Map of three personas (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("discover", "Discovery") { OriginalName = "发现", Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("research", "Research") { OriginalName = "研究", Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("convert", "Conversion") { OriginalName = "转换", Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("post-sale", "Post-sale engagement")
            {
                OriginalName = "售后订婚",
                Phases = [new(Receive, 0.1), new(Use, 0.3), new(Support, 0.2), new(Retain, 0.2), new(Advocate, 0.2)],
            },
        ],
        originalLanguage: "zh-Hans");

    /// <summary>The stages of a comprehensive map of almost forty touchpoints.</summary>
    public static StageModel Comprehensive { get; } = new(
        "comprehensive-5",
        "Comprehensive map, almost 40 touchpoints (003)",
        "003",
        StageModelOrder.Linear,
        [
            new("awareness", "Awareness") { OriginalName = "意识", Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("consideration", "Consideration") { OriginalName = "考虑", Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("acquisition", "Acquisition") { OriginalName = "获取", Phases = [new(Decide, 0.3), new(Purchase, 0.5), new(Receive, 0.2)] },
            new("service", "Service") { OriginalName = "服务", Phases = [new(Use, 0.4), new(Support, 0.6)] },
            new("loyalty", "Loyalty") { OriginalName = "忠诚", Phases = [new(Retain, 0.7), new(Advocate, 0.3)] },
        ],
        originalLanguage: "zh-Hans");
}
