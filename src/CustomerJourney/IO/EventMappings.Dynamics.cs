using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Dynamics 365: JSON of the Web API (OData), whose pages have their records in <c>value</c>. Times are ISO 8601 in UTC.</content>
public static partial class EventMappings
{
    /// <summary>Dynamics 365 activities (JSON): pages of <c>GET /api/data/v9.2/activitypointers</c>. Events and channels are activity types; the customer is what the activity regards.</summary>
    /// <remarks>Time is the actual end, else the creation; in UTC. Duplicates have the same <c>activityid</c>. Only completed activities (<c>statecode</c> 1) have happened; the others are skipped.</remarks>
    public static EventMapping DynamicsActivities { get; } = new()
    {
        Rows = "value[]",
        Customer = "_regardingobjectid_value",
        Event = "activitytypecode",
        Time = "actualend",
        RecordedAt = "createdon",
        Id = "activityid",
        Channel = "activitytypecode",
        EventAttributes = ["subject", "directioncode"],
        Filters = [RowFilter.OneOf("statecode", "1")],
        Fallbacks = [ColumnFallback.For("actualend", "createdon")],
        OptionalColumns = ["createdon", "subject", "directioncode"],
    };

    /// <summary>Dynamics 365 business process flows of opportunities (JSON): pages of <c>GET /api/data/v9.2/opportunitysalesprocesses?$expand=activestageid($select=stagename),bpf_opportunityid($select=estimatedvalue,_transactioncurrencyid_value;$expand=transactioncurrencyid($select=isocurrencycode))</c>. Events are <c>process_started</c>, <c>stage:</c> with the stage in which the process stands, and <c>process_completed</c>; the customer is the opportunity.</summary>
    /// <remarks>
    /// Times are in UTC. Duplicates have the same process and stage. A row tells the present stage only: its event says that earlier stages are unknown
    /// (<see cref="EventMapping.EarlierStagesAttribute"/>). The currency is the ISO code, or the id of the currency where that was not asked for. Pages read night after night give the stages in between.
    /// </remarks>
    public static EventMapping DynamicsProcessFlow { get; } = new()
    {
        Rows = "value[]",
        Customer = "_bpf_opportunityid_value",
        Event = "activestageid.stagename",
        EventPrefix = "stage:",
        Time = "activestagestartedon",
        DateColumns = [DateColumn.For("createdon", "process_started"), DateColumn.For("completedon", "process_completed")],
        Id = "businessprocessflowinstanceid",
        IdDetails = ["activestageid.stagename"],
        Value = "bpf_opportunityid.estimatedvalue",
        Currency = "bpf_opportunityid.transactioncurrencyid.isocurrencycode",
        EventAttributes = ["traversedpath", "duration"],
        PresentStageOnly = true,
        Fallbacks =
        [
            ColumnFallback.For("activestagestartedon", "createdon"),
            ColumnFallback.For("bpf_opportunityid.transactioncurrencyid.isocurrencycode", "bpf_opportunityid._transactioncurrencyid_value"),
        ],
        OptionalColumns = ["completedon", "bpf_opportunityid.estimatedvalue", "bpf_opportunityid.transactioncurrencyid.isocurrencycode", "traversedpath", "duration"],
    };
}
