using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>The model of article 004, Malay.</content>
public sealed partial class StageModel
{
    /// <summary>Start and end of the purchase journey; the article gives no stages between them.</summary>
    public static StageModel PurchaseJourney { get; } = new(
        "purchase-journey",
        "Purchase journey bounds (004)",
        "004",
        StageModelOrder.Linear,
        [
            new("visit", "Visits the website or landing page")
            {
                OriginalName = "melawati tapak web atau halaman pendaratan",
                Phases = [new(Discover, 0.4), new(Engage, 0.3), new(Evaluate, 0.3)],
            },
            new("purchase", "Makes a purchase")
            {
                OriginalName = "membuat pembelian",
                Phases = [new(Decide, 0.4), new(Purchase, 0.6)],
            },
        ],
        note: "004 gives start and end only; also lead generation, engagement, retention journeys",
        originalLanguage: "ms");
}
