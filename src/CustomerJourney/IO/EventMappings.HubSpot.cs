using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>HubSpot.</content>
public static partial class EventMappings
{
    /// <summary>HubSpot contacts with the history of their lifecycle stage (JSON): pages of <c>GET /crm/v3/objects/contacts?propertiesWithHistory=lifecyclestage</c>. Events are <c>stage:</c> and the stage.</summary>
    /// <remarks>
    /// Times are ISO 8601 in UTC. History has no ids: duplicates are changes of one contact at one instant. The same stage saved again collapses.
    /// Fits any object and property: <c>with { Rows = "results[].propertiesWithHistory.hs_lead_status[]" }</c>; for one contact a line, without <c>results[]</c>.
    /// </remarks>
    public static EventMapping HubSpotLifecycleHistory { get; } = new()
    {
        Rows = "results[].propertiesWithHistory.lifecyclestage[]",
        Customer = "^.id",
        Event = "value",
        EventPrefix = "stage:",
        Time = "timestamp",
        Id = "^.id",
        IdDetails = ["timestamp"],
        Channel = "sourceType",
        EventAttributes = ["sourceId", "updatedByUserId"],
        CustomerAttributes = ["^.properties.hs_analytics_source"],
        AttributeNames = [AttributeName.For("^.properties.hs_analytics_source", "hs_analytics_source")],
        CollapseRepeats = true,
        OptionalColumns = ["sourceType", "sourceId", "updatedByUserId", "^.properties.hs_analytics_source"],
    };

    /// <summary>HubSpot deals with the history of their stage (JSON): pages of <c>GET /crm/v3/objects/deals?propertiesWithHistory=dealstage&amp;properties=amount,deal_currency_code,pipeline,dealtype</c>. Events are <c>stage:</c> and the stage; the customer is the deal.</summary>
    /// <remarks>
    /// Times are ISO 8601 in UTC. Duplicates are changes of one deal at one instant. The same stage saved again collapses. The amount is the present one, on every stage: add up one stage only.
    /// To count people, ask for <c>associations=contacts</c> and read <c>with { Customer = "^.associations.contacts.results[0].id", CollapseRepeats = false }</c>, or link deals to contacts by <see cref="ReadOptions.IdentityLinks"/>.
    /// </remarks>
    public static EventMapping HubSpotDealStageHistory { get; } = HubSpotLifecycleHistory with
    {
        Rows = "results[].propertiesWithHistory.dealstage[]",
        Value = "^.properties.amount",
        Currency = "^.properties.deal_currency_code",
        EventAttributes = ["sourceId", "^.properties.pipeline", "^.properties.dealtype"],
        AttributeNames = [.. HubSpotLifecycleHistory.AttributeNames, AttributeName.For("^.properties.pipeline", "pipeline"), AttributeName.For("^.properties.dealtype", "dealtype")],
        OptionalColumns =
        [
            "sourceType", "sourceId", "^.properties.hs_analytics_source", "^.properties.amount", "^.properties.deal_currency_code", "^.properties.pipeline", "^.properties.dealtype",
        ],
    };

    /// <summary>HubSpot deals as a table with a column a stage (CSV, or a copy in a database): <c>hs_object_id</c> and <c>hs_v2_date_entered_…</c>. Events are <c>stage:</c> and the stage's internal name; the customer is the deal.</summary>
    /// <remarks>
    /// Times are ISO 8601, UTC where no zone is written. Duplicates have the same deal and stage. The column of the present stage (<c>…_current_stage</c>) repeats one of the others and is not read. A stage that was entered twice has its last date only; the history has both.
    /// Exports of the user interface have labels for headers, in the zone of the account: <c>with { Customer = "Record ID", Id = "Record ID", DateColumns = [DateColumn.For("Date entered \"*\"", "stage:*")], … }</c>.
    /// </remarks>
    public static EventMapping HubSpotDealDates { get; } = new()
    {
        Customer = "hs_object_id",
        Id = "hs_object_id",
        DateColumns = [new() { Column = "hs_v2_date_entered_*", Event = "stage:*", Except = ["hs_v2_date_entered_current_stage"] }],
        EventAttributes = ["amount", "deal_currency_code", "pipeline", "dealtype"],
        CustomerAttributes = ["hs_analytics_source"],
        OptionalColumns = ["amount", "deal_currency_code", "pipeline", "dealtype", "hs_analytics_source"],
    };
}
