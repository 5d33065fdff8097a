using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>Models of the literature and of practice beside the articles.</content>
public sealed partial class StageModel
{
    /// <summary>Attention, interest, desire, action (St. Elmo Lewis, 1898).</summary>
    public static StageModel Aida { get; } = new(
        "aida",
        "AIDA",
        "St. Elmo Lewis, 1898",
        StageModelOrder.Funnel,
        [
            new("attention", "Attention") { Phases = [new(Need, 0.2), new(Discover, 0.8)] },
            new("interest", "Interest") { Phases = [new(Discover, 0.3), new(Engage, 0.7)] },
            new("desire", "Desire") { Phases = [new(Evaluate, 0.8), new(Decide, 0.2)] },
            new("action", "Action") { Phases = [new(Decide, 0.2), new(Purchase, 0.8)] },
        ]);

    /// <summary>The pirate metrics: acquisition, activation, retention, referral, revenue (McClure, 2007). Not in the order of time.</summary>
    public static StageModel Aarrr { get; } = new(
        "aarrr",
        "AARRR pirate metrics",
        "McClure, 2007",
        StageModelOrder.Funnel,
        [
            new("acquisition", "Acquisition") { Phases = [new(Discover, 0.6), new(Engage, 0.4)] },
            new("activation", "Activation") { Phases = [new(Engage, 0.2), new(Receive, 0.3), new(Use, 0.5)] },
            new("retention", "Retention") { Phases = [new(Use, 0.2), new(Retain, 0.8)] },
            new("referral", "Referral") { Phases = [new(Advocate, 1)] },
            new("revenue", "Revenue") { Phases = [new(Decide, 0.2), new(Purchase, 0.8)] },
        ],
        note: "revenue often precedes referral; order is not chronological");

    /// <summary>The consumer decision journey; its loyalty loop comes back to the moment of purchase and passes over the evaluation (McKinsey, 2009).</summary>
    public static StageModel McKinseyLoop { get; } = new(
        "mckinsey-loop",
        "Consumer decision journey and loyalty loop",
        "McKinsey, 2009",
        StageModelOrder.Cyclic,
        [
            new("trigger", "Trigger") { Phases = [new(Need, 1)] },
            new("initial", "Initial consideration") { OriginalName = "Initial consideration set", Phases = [new(Discover, 1)] },
            new("active", "Active evaluation") { Phases = [new(Engage, 0.3), new(Evaluate, 0.7)] },
            new("moment", "Moment of purchase") { Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("post", "Post-purchase experience")
            {
                OriginalName = "Postpurchase experience",
                Phases = [new(Receive, 0.2), new(Use, 0.4), new(Support, 0.2), new(Retain, 0.1), new(Advocate, 0.1)],
            },
            new("loop", "Loyalty loop") { Phases = [new(Retain, 0.7), new(Advocate, 0.3)] },
        ],
        note: "loop returns to moment of purchase, skipping evaluation",
        returnsTo: "moment");

    /// <summary>Reach, act, convert, engage (Smart Insights, 2010). The plan that comes before them is the company's own and no stage.</summary>
    public static StageModel Race { get; } = new(
        "race",
        "RACE (Plan is internal, unmapped)",
        "Smart Insights, 2010",
        StageModelOrder.Funnel,
        [
            new("reach", "Reach") { Phases = [new(Need, 0.2), new(Discover, 0.8)] },
            new("act", "Act (interact)") { OriginalName = "Act", Phases = [new(Engage, 0.6), new(Evaluate, 0.4)] },
            new("convert", "Convert") { Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("engage", "Engage") { Phases = [new(Use, 0.2), new(Support, 0.1), new(Retain, 0.4), new(Advocate, 0.3)] },
        ]);

    /// <summary>See, think, do, care (Kaushik, 2013).</summary>
    public static StageModel SeeThinkDoCare { get; } = new(
        "stdc",
        "See, Think, Do, Care",
        "Kaushik, 2013",
        StageModelOrder.Linear,
        [
            new("see", "See") { Phases = [new(Need, 0.4), new(Discover, 0.6)] },
            new("think", "Think") { Phases = [new(Engage, 0.4), new(Evaluate, 0.6)] },
            new("do", "Do") { Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("care", "Care") { Phases = [new(Receive, 0.1), new(Use, 0.2), new(Support, 0.2), new(Retain, 0.3), new(Advocate, 0.2)] },
        ]);

    /// <summary>HubSpot's life-cycle stages, from subscriber to evangelist, as its CRM keeps them; its value "Other" is no stage.</summary>
    public static StageModel HubSpotLifecycle { get; } = new(
        "hubspot-lifecycle",
        "HubSpot life-cycle stages",
        "HubSpot default property",
        StageModelOrder.Linear,
        [
            new("subscriber", "Subscriber") { Phases = [new(Discover, 0.6), new(Engage, 0.4)] },
            new("lead", "Lead") { Phases = [new(Engage, 1)] },
            new("mql", "MQL") { OriginalName = "Marketing qualified lead", Phases = [new(Engage, 0.4), new(Evaluate, 0.6)] },
            new("sql", "SQL") { OriginalName = "Sales qualified lead", Phases = [new(Evaluate, 1)] },
            new("opportunity", "Opportunity") { Phases = [new(Evaluate, 0.3), new(Decide, 0.7)] },
            new("customer", "Customer") { Phases = [new(Purchase, 0.2), new(Receive, 0.1), new(Use, 0.3), new(Support, 0.1), new(Retain, 0.3)] },
            new("evangelist", "Evangelist") { Phases = [new(Advocate, 1)] },
        ],
        note: "Other is unmapped");

    /// <summary>Attract, engage, delight, and again (HubSpot, 2018).</summary>
    public static StageModel Flywheel { get; } = new(
        "flywheel",
        "Flywheel",
        "HubSpot, 2018",
        StageModelOrder.Cyclic,
        [
            new("attract", "Attract") { Phases = [new(Need, 0.3), new(Discover, 0.7)] },
            new("engage", "Engage") { Phases = [new(Engage, 0.3), new(Evaluate, 0.3), new(Decide, 0.2), new(Purchase, 0.2)] },
            new("delight", "Delight") { Phases = [new(Receive, 0.1), new(Use, 0.3), new(Support, 0.2), new(Retain, 0.2), new(Advocate, 0.2)] },
        ],
        returnsTo: "attract");

    /// <summary>Pre-purchase, purchase, post-purchase (Lemon and Verhoef, 2016).</summary>
    public static StageModel LemonVerhoef { get; } = new(
        "lemon-verhoef",
        "Pre-purchase, purchase, post-purchase",
        "Lemon & Verhoef, 2016",
        StageModelOrder.Linear,
        [
            new("pre", "Pre-purchase") { OriginalName = "Prepurchase", Phases = [new(Need, 0.3), new(Discover, 0.3), new(Engage, 0.1), new(Evaluate, 0.3)] },
            new("purchase", "Purchase") { Phases = [new(Decide, 0.4), new(Purchase, 0.6)] },
            new("post", "Post-purchase") { OriginalName = "Postpurchase", Phases = [new(Receive, 0.1), new(Use, 0.3), new(Support, 0.2), new(Retain, 0.2), new(Advocate, 0.2)] },
        ]);
}
