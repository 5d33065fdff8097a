using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>Models of article 000, Chinese.</content>
public sealed partial class StageModel
{
    /// <summary>Five stages with what customers and brand do in each; part of the purchase lies in the fourth.</summary>
    public static StageModel FiveStageWithActions { get; } = new(
        "five-stage-zh",
        "Five stages with actions (000)",
        "000",
        StageModelOrder.Linear,
        [
            new("awareness", "Customer awareness (recognition)")
            {
                OriginalName = "1、客户意识 (认可)",
                Translations = [("zh-Hans", "客户意识")],
                Phases = [new(Need, 0.3), new(Discover, 0.7)],
                CustomerActions = ["looks for a solution", "finds many brands", "searches for keywords", "reads blog posts and news"],
                CompanyActions =
                [
                    "spreads general information",
                    "educates by posts and videos",
                    "gives solutions and useful resources",
                    "makes a first impression: the golden moment",
                ],
            },
            new("consideration", "Prospecting (consideration)")
            {
                OriginalName = "2、潜在客户挖掘 (考虑)",
                Translations = [("zh-Hans", "潜在客户挖掘")],
                Phases = [new(Engage, 0.3), new(Evaluate, 0.7)],
                CustomerActions =
                [
                    "looks for alternatives, own past purchases among them",
                    "researches brands",
                    "compares with competitors",
                    "checks features and support policy",
                    "reads comparison reviews",
                    "sets priorities",
                ],
                CompanyActions =
                [
                    "gets on the short list",
                    "treats each impression as an interaction",
                    "cares for the user experience",
                    "improves every contact point",
                    "describes offer and process clearly",
                    "makes every button work",
                    "is found on maps, with details, photos, phone and sincere reviews",
                ],
            },
            new("conversion", "Conversion of intending customers")
            {
                OriginalName = "3、意向客户转化",
                Translations = [("zh-Hans", "意向客户转化")],
                Phases = [new(Decide, 0.6), new(Purchase, 0.4)],
                CustomerActions =
                [
                    "compares, decides or finds nothing suitable",
                    "weighs price and value, the answers of the service, the brand's values and policies",
                    "supports brands they trust",
                ],
                CompanyActions =
                [
                    "calls to action: buy, subscribe, apply",
                    "offers incentives to past visitors (retargeting)",
                    "makes returns and refunds easy",
                    "trains support for the questions that decide",
                ],
            },
            new("retention", "After-sales care (retention)")
            {
                OriginalName = "4、客户售后维护 (客户保留, Retention)",
                Translations = [("zh-Hans", "客户售后维护")],
                Phases = [new(Purchase, 0.2), new(Receive, 0.2), new(Support, 0.2), new(Retain, 0.4)],
                CustomerActions = ["buys online or in a store, or books a service", "goes on or not"],
                CompanyActions =
                [
                    "keeps customers satisfied by a process",
                    "cares for the relationship",
                    "improves the transaction",
                    "assures the quality of web shop or store",
                    "reviews regularly how competitors improve each touchpoint",
                    "improves its own touchpoints",
                ],
            },
            new("advocacy", "Private-traffic promotion (advocacy)")
            {
                OriginalName = "5、私域流量宣传 (客户支持, Advocacy)",
                Translations = [("zh-Hans", "私域流量宣传")],
                Phases = [new(Use, 0.2), new(Retain, 0.2), new(Advocate, 0.6)],
                CustomerActions =
                [
                    "uses the product; the better the result, the likelier a repeat",
                    "recommends to friends",
                    "engages on social media",
                ],
                CompanyActions =
                [
                    "keeps friendly contact on its own initiative",
                    "sends a short survey of the experience",
                    "runs a loyalty programme for referrals and orders",
                    "writes usage tips in a blog",
                    "sends a newsletter with news, offers and requests for feedback",
                    "works with influencers and guest bloggers in place of word of mouth",
                ],
            },
        ],
        note: "000 places part of the purchase itself in stage 4",
        originalLanguage: "zh-Hans");

    /// <summary>The three basic steps that the article finds best for offline purchases.</summary>
    public static StageModel OfflineThreeStep { get; } = new(
        "offline-3",
        "Three basic steps, best for offline purchases (000)",
        "000",
        StageModelOrder.Linear,
        [
            new("recognition", "Recognition") { OriginalName = "认可", Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("consideration", "Consideration") { OriginalName = "考虑", Phases = [new(Engage, 0.2), new(Evaluate, 0.8)] },
            new("trust", "Transition to trust in the brand") { OriginalName = "过渡到品牌信任", Phases = [new(Decide, 0.5), new(Purchase, 0.5)] },
        ],
        originalLanguage: "zh-Hans");
}
