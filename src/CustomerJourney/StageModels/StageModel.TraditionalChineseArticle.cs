using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>Models of article 001, Traditional Chinese.</content>
public sealed partial class StageModel
{
    /// <summary>The five most common stages. The purchase is the midpoint; customers may skip stages and come back to them.</summary>
    public static StageModel FiveStage { get; } = new(
        "five-stage",
        "Five most common stages (001)",
        "001",
        StageModelOrder.Flexible,
        [
            new("awareness", "Awareness") { OriginalName = "意識", Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("consideration", "Consideration") { OriginalName = "考慮", Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("decision", "Decision or purchase") { OriginalName = "決定或購買", Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("retention", "Retention or loyalty")
            {
                OriginalName = "保留或忠誠度",
                Phases = [new(Receive, 0.2), new(Use, 0.2), new(Support, 0.2), new(Retain, 0.4)],
            },
            new("advocacy", "Advocacy") { OriginalName = "宣傳", Phases = [new(Advocate, 1)] },
        ],
        note: "purchase is the midpoint; may skip and revisit",
        originalLanguage: "zh-Hant");

    /// <summary>The marketing funnel: top, middle and bottom.</summary>
    public static StageModel MarketingFunnel { get; } = new(
        "funnel-3",
        "Marketing funnel (001)",
        "001",
        StageModelOrder.Funnel,
        [
            new("tofu", "Awareness (top)") { OriginalName = "意識 (漏斗頂部)", Translations = [("zh-Hant", "意識")], Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("mofu", "Consideration (middle)") { OriginalName = "考慮 (漏斗中間)", Translations = [("zh-Hant", "考慮")], Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("bofu", "Conversion (bottom)") { OriginalName = "轉換 (漏斗底部)", Translations = [("zh-Hant", "轉換")], Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
        ],
        originalLanguage: "zh-Hant");
}
