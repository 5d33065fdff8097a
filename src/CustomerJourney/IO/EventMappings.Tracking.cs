using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Event tracking: Segment, Mixpanel, PostHog, Snowplow, Matomo.</content>
public static partial class EventMappings
{
    /// <summary>Segment (JSON Lines): the raw calls of the Segment spec as warehouses, S3 and webhooks get them. Events are the names of tracked events, pages and screens, else the type of the call (<c>identify</c>, <c>group</c>, <c>alias</c>).</summary>
    /// <remarks>
    /// Times are ISO 8601 with a zone. Duplicates have the same <c>messageId</c>. The customer is <c>userId</c>, else <c>anonymousId</c>;
    /// calls that have both link them, and an <c>alias</c> call replaces <c>previousId</c>.
    /// </remarks>
    public static EventMapping Segment { get; } = new()
    {
        Customer = "userId",
        Event = "event",
        Time = "timestamp",
        RecordedAt = "receivedAt",
        Id = "messageId",
        Channel = "context.campaign.medium",
        Value = "properties.revenue",
        Currency = "properties.currency",
        EventAttributes = ["type", "context.campaign.source", "context.page.path", "context.page.referrer", "groupId"],
        AttributeNames =
        [
            AttributeName.For("context.campaign.source", "campaign source"), AttributeName.For("context.page.path", "page"), AttributeName.For("context.page.referrer", "referrer"),
        ],
        Anonymous = "anonymousId",
        Alias = "previousId",
        Fallbacks =
        [
            ColumnFallback.For("userId", "anonymousId"), ColumnFallback.For("event", "name", "type"), ColumnFallback.For("timestamp", "originalTimestamp"),
            ColumnFallback.For("context.campaign.medium", "context.channel"), ColumnFallback.For("properties.revenue", "properties.total", "properties.value"),
        ],
        OptionalColumns =
        [
            "receivedAt", "context.campaign.medium", "properties.revenue", "properties.currency",
            "context.campaign.source", "context.page.path", "context.page.referrer", "groupId", "anonymousId", "previousId",
        ],
    };

    /// <summary>Mixpanel (JSON Lines): the raw export (<c>/api/2.0/export</c>). Events have the names of the project, Mixpanel's own begin with <c>$</c>.</summary>
    /// <remarks>
    /// Times are Unix seconds in UTC; of projects made before 2023 they are off by the project's zone, which cannot be seen in them. Exports in milliseconds take <see cref="TimeFormat.UnixMilliseconds"/>.
    /// Duplicates have the same <c>$insert_id</c>, customer and event. The customer is <c>distinct_id</c>, which Mixpanel has resolved (earlier rows of a device, too, once its user is known), else <c>$user_id</c>, <c>$identified_id</c>, <c>$device_id</c>;
    /// rows with a customer and another device's id link them, and <c>$create_alias</c> replaces the alias.
    /// Events kept as they were sent have <c>distinct_id</c> unresolved (<c>$device:…</c>): <c>with { Customer = "properties.$user_id", Fallbacks = [ColumnFallback.For("properties.$user_id", "properties.$identified_id", "properties.$device_id", "properties.distinct_id")] }</c> links them here.
    /// </remarks>
    public static EventMapping Mixpanel { get; } = new()
    {
        Customer = "properties.distinct_id",
        Event = "event",
        Time = "properties.time",
        TimeFormat = TimeFormat.UnixSeconds,
        Id = "properties.$insert_id",
        IdDetails = ["properties.distinct_id", "event"],
        Channel = "properties.utm_medium",
        Value = "properties.amount",
        Currency = "properties.currency",
        EventAttributes = ["properties.$current_url", "properties.$initial_referrer", "properties.utm_source"],
        AttributeNames =
        [
            AttributeName.For("properties.$current_url", "page"), AttributeName.For("properties.$initial_referrer", "referrer"), AttributeName.For("properties.utm_source", "campaign source"),
        ],
        Anonymous = "properties.$device_id",
        Alias = "properties.alias",
        AliasWhen = RowFilter.OneOf("event", "$create_alias"),
        Fallbacks =
        [
            ColumnFallback.For("properties.distinct_id", "properties.$user_id", "properties.$identified_id", "properties.$device_id"),
            ColumnFallback.For("properties.$device_id", "properties.$anon_id"),
        ],
        OptionalColumns =
        [
            "properties.utm_medium", "properties.amount", "properties.currency", "properties.$current_url", "properties.$initial_referrer", "properties.utm_source",
            "properties.$device_id", "properties.alias",
        ],
    };

    /// <summary>PostHog (JSON Lines): events of a batch export. Events have the names of the project, PostHog's own begin with <c>$</c>.</summary>
    /// <remarks>
    /// Times are ISO 8601, in UTC where no zone is written. Duplicates have the same <c>uuid</c>. The customer is <c>person_id</c>, which PostHog has resolved, else <c>distinct_id</c>:
    /// then <c>$identify</c> links the anonymous id, and <c>$create_alias</c> and <c>$merge_dangerously</c> replace the alias.
    /// </remarks>
    public static EventMapping PostHog { get; } = new()
    {
        Customer = "person_id",
        Event = "event",
        Time = "timestamp",
        Id = "uuid",
        Channel = "properties.utm_medium",
        Value = "properties.revenue",
        Currency = "properties.currency",
        EventAttributes = ["properties.$pathname", "properties.$referring_domain", "properties.utm_source", "properties.$session_id"],
        AttributeNames =
        [
            AttributeName.For("properties.$pathname", "page"), AttributeName.For("properties.$referring_domain", "referrer"),
            AttributeName.For("properties.utm_source", "campaign source"), AttributeName.For("properties.$session_id", "session"),
        ],
        Anonymous = "properties.$anon_distinct_id",
        Alias = "properties.alias",
        AliasWhen = RowFilter.OneOf("event", "$create_alias", "$merge_dangerously"),
        Fallbacks = [ColumnFallback.For("person_id", "distinct_id")],
        OptionalColumns =
        [
            "properties.utm_medium", "properties.revenue", "properties.currency", "properties.$pathname", "properties.$referring_domain", "properties.utm_source", "properties.$session_id",
            "properties.$anon_distinct_id", "properties.alias",
        ],
    };

    /// <summary>Snowplow (CSV or a database): the table <c>atomic.events</c>. Events are <c>event_name</c>, else <c>event</c>.</summary>
    /// <remarks>
    /// Times are in UTC: <c>derived_tstamp</c>, else <c>collector_tstamp</c>. Duplicates have the same <c>event_id</c> and <c>event_fingerprint</c>.
    /// The customer is <c>user_id</c>, else <c>domain_userid</c>, <c>network_userid</c>; rows with a user and a browser's id link them. Enriched files without a header name columns by their numbers.
    /// </remarks>
    public static EventMapping Snowplow { get; } = new()
    {
        Customer = "user_id",
        Event = "event_name",
        Time = "derived_tstamp",
        Id = "event_id",
        IdDetails = ["event_fingerprint"],
        Channel = "mkt_medium",
        Value = "tr_total",
        Currency = "tr_currency",
        EventAttributes = ["page_urlpath", "mkt_source", "domain_sessionid"],
        AttributeNames = [AttributeName.For("page_urlpath", "page"), AttributeName.For("mkt_source", "campaign source"), AttributeName.For("domain_sessionid", "session")],
        Anonymous = "domain_userid",
        Fallbacks =
        [
            ColumnFallback.For("user_id", "domain_userid", "network_userid"), ColumnFallback.For("event_name", "event"),
            ColumnFallback.For("derived_tstamp", "collector_tstamp"), ColumnFallback.For("mkt_medium", "refr_medium"),
        ],
        OptionalColumns = ["event_fingerprint", "mkt_medium", "tr_total", "tr_currency", "page_urlpath", "mkt_source", "domain_sessionid", "domain_userid"],
    };

    /// <summary>Matomo (JSON): visits of <c>Live.getLastVisitsDetails</c> with <c>format=json</c>; their actions are the events. Names are composed of the kind of action and what it was: <c>action: Prices</c>, <c>event: play</c>, <c>goal: Newsletter</c>.</summary>
    /// <remarks>
    /// Times are Unix seconds in UTC. Actions have no id of their own everywhere: duplicates have the same visit, page view or link, kind, goal and second.
    /// The customer is <c>userId</c>, else <c>visitorId</c>; visits with both link them.
    /// </remarks>
    public static EventMapping Matomo { get; } = new()
    {
        Rows = "actionDetails[]",
        Customer = "^.userId",
        Event = "type",
        EventDetails = ["eventAction"],
        Time = "timestamp",
        TimeFormat = TimeFormat.UnixSeconds,
        Id = "^.idVisit",
        IdDetails = ["pageId", "type", "goalId", "timestamp"],
        Channel = "^.referrerType",
        Value = "revenue",
        Currency = "^.siteCurrency",
        EventAttributes = ["^.idVisit", "^.referrerName", "url"],
        AttributeNames = [AttributeName.For("^.idVisit", "session"), AttributeName.For("^.referrerName", "referrer"), AttributeName.For("url", "page")],
        Anonymous = "^.visitorId",
        Fallbacks = [ColumnFallback.For("^.userId", "^.visitorId"), ColumnFallback.For("eventAction", "goalName", "pageTitle", "url")],
        OptionalColumns = ["eventAction", "pageId", "goalId", "revenue", "^.siteCurrency", "^.referrerType", "^.referrerName", "url", "^.visitorId"],
    };
}
