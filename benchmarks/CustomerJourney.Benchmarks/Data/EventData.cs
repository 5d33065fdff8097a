namespace CustomerJourney.Benchmarks.Data;

/// <summary>Made-up events in the order of their arrival, one array a column.</summary>
internal sealed class EventData
{
    public static readonly string[] EventNames =
    [
        "ad_impression", "ad_click", "landing_page", "search", "product_view", "product_compare", "review_read", "blog_read", "newsletter_open", "newsletter_click",
        "add_to_cart", "cart_view", "checkout_start", "payment_info", "purchase", "order_confirmation", "shipping_update", "delivery", "unboxing_guide", "onboarding_start",
        "onboarding_done", "support_chat", "support_call", "faq_view", "return_request", "renewal", "upgrade", "referral_share", "survey_response", "churn_cancel",
    ];

    public static readonly string[] ChannelNames = ["web", "mobile_app", "email", "store", "call_center", "social", "partner", "kiosk"];

    /// <summary>The score of an event that carries no answer.</summary>
    public const sbyte NoScore = -1;

    public required int CustomerCount { get; init; }

    /// <summary>The number of the customer, from 1.</summary>
    public required int[] Customers { get; init; }

    /// <summary>Indexes into <see cref="EventNames"/>.</summary>
    public required byte[] Events { get; init; }

    /// <summary>UTC, in milliseconds since 1970.</summary>
    public required long[] Milliseconds { get; init; }

    /// <summary>Indexes into <see cref="ChannelNames"/>.</summary>
    public required byte[] Channels { get; init; }

    /// <summary>0 to 10, or <see cref="NoScore"/>.</summary>
    public required sbyte[] Scores { get; init; }

    public int Count => Customers.Length;

    public DateTimeOffset TimeOf(int index) => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds[index]);

    /// <summary>The id of each customer, one string each however many events they have; index 0 is nobody.</summary>
    public string[] CustomerIds()
    {
        string[] ids = new string[CustomerCount + 1];
        for (int customer = 0; customer < ids.Length; customer++) ids[customer] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{customer:D7}");
        return ids;
    }
}
