using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Analytics platforms and envelopes: Google Analytics 4, Adobe Experience Platform, CloudEvents.</content>
public static partial class EventMappings
{
    /// <summary>Google Analytics 4 (JSON Lines): the tables <c>events_…</c> of the BigQuery export, extracted as newline-delimited JSON. Events are <c>event_name</c>.</summary>
    /// <remarks>
    /// Times are microseconds since 1970 in UTC (<c>event_date</c> is in the zone of the property and not read). Events have no id: duplicates are rows equal in all that is read.
    /// Events of one instant stand in the order of page, batch and place in the batch. The customer is <c>user_id</c>, else <c>user_pseudo_id</c>; rows with both link them.
    /// Rows of a day still come for three days: read a day again after that. Read days together, as one file or stream: batches do not compare across merged logs.
    /// </remarks>
    public static EventMapping GoogleAnalytics4 { get; } = new()
    {
        Customer = "user_id",
        Event = "event_name",
        Time = "event_timestamp",
        TimeFormat = TimeFormat.UnixMicroseconds,
        Sequence = "batch_page_id",
        SequenceDetails = ["batch_ordering_id", "batch_event_index"],
        Channel = "session_traffic_source_last_click.manual_campaign.medium",
        Value = "ecommerce.purchase_revenue",
        Currency = "event_params[key=currency].value.string_value",
        EventAttributes = ["event_params[key=page_location].value.string_value", "event_params[key=ga_session_id].value.int_value", "device.category", "geo.country"],
        AttributeNames =
        [
            AttributeName.For("event_params[key=page_location].value.string_value", "page"), AttributeName.For("event_params[key=ga_session_id].value.int_value", "session"),
            AttributeName.For("device.category", "device"), AttributeName.For("geo.country", "country"),
        ],
        Anonymous = "user_pseudo_id",
        Fallbacks =
        [
            ColumnFallback.For("user_id", "user_pseudo_id"),
            ColumnFallback.For("session_traffic_source_last_click.manual_campaign.medium", "collected_traffic_source.manual_medium", "traffic_source.medium"),
        ],
        OptionalColumns =
        [
            "batch_page_id", "batch_ordering_id", "batch_event_index", "session_traffic_source_last_click.manual_campaign.medium",
            "ecommerce.purchase_revenue", "event_params[key=currency].value.string_value",
            "event_params[key=page_location].value.string_value", "event_params[key=ga_session_id].value.int_value", "device.category", "geo.country", "user_pseudo_id",
        ],
    };

    /// <summary>Adobe Experience Platform (JSON Lines): events of the XDM class ExperienceEvent, as datasets are exported. Events are <c>eventType</c>.</summary>
    /// <remarks>
    /// Times are ISO 8601 with a zone. Duplicates have the same <c>_id</c>. The customer is the first id of the namespace <c>CRMID</c>, else of <c>Email</c>, <c>ECID</c>; events with a customer and a browser's <c>ECID</c> link them.
    /// Namespaces are your own: change <see cref="EventMapping.Customer"/> and its fallback.
    /// </remarks>
    public static EventMapping AdobeExperienceEvents { get; } = new()
    {
        Customer = "identityMap.CRMID[0].id",
        Event = "eventType",
        Time = "timestamp",
        Id = "_id",
        Channel = "channel._type",
        Value = "commerce.order.priceTotal",
        Currency = "commerce.order.currencyCode",
        EventAttributes = ["marketing.trackingCode", "web.webPageDetails.name", "environment.type"],
        AttributeNames =
        [
            AttributeName.For("marketing.trackingCode", "campaign source"), AttributeName.For("web.webPageDetails.name", "page"), AttributeName.For("environment.type", "environment"),
        ],
        Anonymous = "identityMap.ECID[0].id",
        Fallbacks = [ColumnFallback.For("identityMap.CRMID[0].id", "identityMap.Email[0].id", "identityMap.ECID[0].id"), ColumnFallback.For("channel._type", "channel._id")],
        OptionalColumns =
        [
            "channel._type", "commerce.order.priceTotal", "commerce.order.currencyCode", "marketing.trackingCode", "web.webPageDetails.name", "environment.type", "identityMap.ECID[0].id",
        ],
    };

    /// <summary>CloudEvents 1.0 (JSON Lines, structured mode). The customer is the <c>subject</c>, events are the <c>type</c>, channels the <c>source</c>.</summary>
    /// <remarks>
    /// Times are RFC 3339; an event without the optional <c>time</c> is rejected. Duplicates have the same <c>source</c> and <c>id</c>, as the standard says.
    /// What is in <c>data</c> is your own: <c>with { Customer = "data.customerId", EventAttributes = ["data.plan"] }</c>.
    /// </remarks>
    public static EventMapping CloudEvents { get; } = new()
    {
        Customer = "subject",
        Event = "type",
        Time = "time",
        Id = "source",
        IdDetails = ["id"],
        Channel = "source",
    };
}
