using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>The map of the made-up shop and the questions that are asked about it.</summary>
internal static class Shop
{
    private const string Survey = "survey_response";

    public static readonly string[] FunnelEvents = ["product_view", "add_to_cart", "checkout_start", "payment_info", "purchase"];
    public static readonly TimeSpan FunnelWindow = TimeSpan.FromDays(7);
    public const int RetentionPeriods = 30;

    /// <summary>Six stages that bind all thirty events, each to one touchpoint; the survey may come in every stage, so its answers belong to the stage in which the customer is.</summary>
    public static readonly (string Stage, string[] Events)[] Stages =
    [
        ("Awareness", ["ad_impression", "ad_click", "landing_page", "search", "newsletter_open", "newsletter_click"]),
        ("Consideration", ["product_view", "product_compare", "review_read", "blog_read"]),
        ("Decision", ["add_to_cart", "cart_view", "checkout_start", "payment_info"]),
        ("Purchase", ["purchase", "order_confirmation"]),
        ("Service", ["shipping_update", "delivery", "unboxing_guide", "onboarding_start", "onboarding_done", "support_chat", "support_call", "faq_view", "return_request"]),
        ("Loyalty", ["renewal", "upgrade", "referral_share", "churn_cancel"]),
    ];

    public static Journey Journey { get; } = Journey.Create("Shop", map =>
    {
        foreach ((string stage, string[] events) in Stages)
        {
            map.AddStage(stage, steps =>
            {
                foreach (string name in events) steps.AddTouchpoint(name, touch => touch.On(ChannelCategory.Website).ObservedAs(name));
                steps.AddTouchpoint($"Survey in {stage}", touch => touch.On(ChannelCategory.Email).ObservedAs(Survey));
            });
        }
    });

    public static Funnel Funnel { get; } = new([.. FunnelEvents.Select(Step.Event)]) { Window = FunnelWindow };

    public static Retention Retention { get; } = new(CalendarUnit.Day) { Periods = RetentionPeriods };

    /// <summary>NPS over all answers, as the baselines count them.</summary>
    public static Nps Nps { get; } = new() { Counting = AnswerCounting.All };

    public static EventMapping Columns { get; } = new()
    {
        Customer = "customer_id",
        Event = "touchpoint",
        Time = "timestamp",
        Channel = "channel",
        Score = "score",
        ScoreKind = FeedbackKind.Nps,
    };

    /// <summary>The events as a user has them: objects in the order of arrival.</summary>
    public static IEnumerable<JourneyEvent> Objects(EventData data)
    {
        string[] customers = data.CustomerIds();
        for (int index = 0; index < data.Count; index++)
        {
            yield return new JourneyEvent
            {
                Customer = customers[data.Customers[index]],
                Event = EventData.EventNames[data.Events[index]],
                At = data.TimeOf(index),
                Channel = EventData.ChannelNames[data.Channels[index]],
                Feedback = data.Scores[index] == EventData.NoScore ? null : new Feedback(FeedbackKind.Nps, data.Scores[index]),
            };
        }
    }
}
