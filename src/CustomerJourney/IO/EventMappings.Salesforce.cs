using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Salesforce: CSV exports whose headers are the API names of fields, as the command line, Bulk API 2.0 and the weekly export write them. Times are ISO 8601, in UTC where no zone is written.</content>
public static partial class EventMappings
{
    /// <summary>Salesforce OpportunityHistory (CSV): every stage of every opportunity. Events are stage names; the customer is the opportunity.</summary>
    /// <remarks>
    /// Times are in UTC. Duplicates have the same <c>Id</c>. A row is also written when amount or close date change: the same stage collapses. The amount stands on every stage: add up one stage only. <c>CurrencyIsoCode</c> is there where the organization has several currencies.
    /// To count people, export <c>Opportunity.AccountId</c>, too, and read <c>with { Customer = "Opportunity.AccountId", CollapseRepeats = false }</c>, or link opportunities to contacts by <see cref="ReadOptions.IdentityLinks"/>.
    /// </remarks>
    public static EventMapping SalesforceOpportunityHistory { get; } = new()
    {
        Customer = "OpportunityId",
        Event = "StageName",
        Time = "CreatedDate",
        Id = "Id",
        Channel = "Opportunity.LeadSource",
        Value = "Amount",
        Currency = "CurrencyIsoCode",
        EventAttributes = ["ExpectedRevenue", "Probability", "ForecastCategory", "CloseDate", "PrevAmount", "PrevCloseDate"],
        CollapseRepeats = true,
        OptionalColumns = ["Opportunity.LeadSource", "CurrencyIsoCode", "ExpectedRevenue", "Probability", "ForecastCategory", "CloseDate", "PrevAmount", "PrevCloseDate"],
    };

    /// <summary>Salesforce CampaignMember (CSV) with <c>Campaign.Name</c> and <c>Campaign.Type</c>: who was in which campaign and how far. Events are composed: <c>Spring fair: Responded</c>. The customer is the contact, or the lead until it is converted.</summary>
    /// <remarks>
    /// Time is the day of the first response, else when the member was added; in UTC. Duplicates have the same <c>Id</c>.
    /// The row of a converted lead names lead and contact: the lead becomes the contact in the whole log.
    /// </remarks>
    public static EventMapping SalesforceCampaignMember { get; } = new()
    {
        Customer = "ContactId",
        Event = "Campaign.Name",
        EventDetails = ["Status"],
        Time = "FirstRespondedDate",
        Id = "Id",
        Channel = "Campaign.Type",
        EventAttributes = ["HasResponded"],
        Alias = "LeadId",
        Fallbacks = [ColumnFallback.For("ContactId", "LeadId"), ColumnFallback.For("FirstRespondedDate", "CreatedDate")],
        OptionalColumns = ["Campaign.Type", "HasResponded"],
    };

    /// <summary>Salesforce Case (CSV): events <c>case_opened</c> and, where it is, <c>case_closed</c>. The customer is the contact, else the account.</summary>
    /// <remarks>Times are in UTC. Duplicates have the same <c>Id</c> and date column. What came between tells <see cref="SalesforceCaseHistory"/>.</remarks>
    public static EventMapping SalesforceCase { get; } = new()
    {
        Customer = "ContactId",
        DateColumns = [DateColumn.For("CreatedDate", "case_opened"), DateColumn.For("ClosedDate", "case_closed")],
        Id = "Id",
        Channel = "Origin",
        EventAttributes = ["Priority", "Reason", "IsEscalated"],
        Fallbacks = [ColumnFallback.For("ContactId", "AccountId")],
        OptionalColumns = ["Origin", "Priority", "Reason", "IsEscalated"],
    };

    /// <summary>Salesforce CaseHistory (CSV) with <c>Case.ContactId</c>: changes of status. Events are <c>case:</c> and the new status; the old one is kept. The customer is the contact, else the case.</summary>
    /// <remarks>
    /// Times are in UTC. Duplicates have the same <c>Id</c>. Changes of other fields are skipped. Two cases of one contact at once mix their changes,
    /// which <see cref="DataQualityReport.BrokenChanges"/> tells; with <c>with { Customer = "CaseId" }</c> they stand apart.
    /// </remarks>
    public static EventMapping SalesforceCaseHistory { get; } = new()
    {
        Customer = "Case.ContactId",
        Event = "NewValue",
        EventPrefix = "case:",
        Previous = "OldValue",
        Time = "CreatedDate",
        Id = "Id",
        EventAttributes = ["CaseId"],
        Filters = [RowFilter.OneOf("Field", "Status")],
        Fallbacks = [ColumnFallback.For("Case.ContactId", "CaseId")],
    };

    /// <summary>Salesforce Task (CSV): calls, e-mails and other tasks that were done. Events are subtypes, else types, else subjects. The customer is whom it was with, else what it was about.</summary>
    /// <remarks>Time is that of completion, else the day for which the task was planned; in UTC. Duplicates have the same <c>Id</c>. Open tasks have not happened: they are skipped.</remarks>
    public static EventMapping SalesforceTask { get; } = new()
    {
        Customer = "WhoId",
        Event = "TaskSubtype",
        Time = "CompletedDateTime",
        Id = "Id",
        Channel = "TaskSubtype",
        EventAttributes = ["Subject", "CallDisposition", "CallDurationInSeconds", "OwnerId"],
        Filters = [RowFilter.OneOf("IsClosed", "true", "1")],
        Fallbacks = [ColumnFallback.For("WhoId", "WhatId"), ColumnFallback.For("TaskSubtype", "Type", "Subject"), ColumnFallback.For("CompletedDateTime", "ActivityDate")],
        OptionalColumns = ["Subject", "CallDisposition", "CallDurationInSeconds", "OwnerId"],
    };

    /// <summary>Salesforce Event (CSV): meetings in calendars, with beginning and end. Events are types, else subtypes, else subjects. The customer is whom it was with, else what it was about.</summary>
    /// <remarks>Times are in UTC. Duplicates have the same <c>Id</c>. Meetings still to come are in the export, too: ask for the log until today.</remarks>
    public static EventMapping SalesforceEvent { get; } = new()
    {
        Customer = "WhoId",
        Event = "Type",
        StartedAt = "StartDateTime",
        Time = "EndDateTime",
        Id = "Id",
        EventAttributes = ["Subject", "OwnerId"],
        Fallbacks = [ColumnFallback.For("WhoId", "WhatId"), ColumnFallback.For("Type", "EventSubtype", "Subject"), ColumnFallback.For("EndDateTime", "StartDateTime")],
        OptionalColumns = ["Subject", "OwnerId"],
    };

    /// <summary>Salesforce Lead (CSV): events <c>lead_created</c> and, where it was, <c>lead_converted</c>. The customer is the contact that the lead became, else the lead, whose events elsewhere go to the contact, too.</summary>
    /// <remarks>
    /// Times are in UTC. Duplicates have the same <c>Id</c> and date column. <c>ConvertedDate</c> is a day without a time: a lead converted on the day of its creation seems to be converted before.
    /// Status and rating are the present ones, of the customer.
    /// </remarks>
    public static EventMapping SalesforceLead { get; } = new()
    {
        Customer = "ConvertedContactId",
        DateColumns = [DateColumn.For("CreatedDate", "lead_created"), DateColumn.For("ConvertedDate", "lead_converted")],
        Id = "Id",
        Channel = "LeadSource",
        CustomerAttributes = ["Status", "Rating"],
        Alias = "Id",
        Fallbacks = [ColumnFallback.For("ConvertedContactId", "Id")],
        OptionalColumns = ["LeadSource", "Status", "Rating"],
    };

    /// <summary>Salesforce LeadHistory (CSV): changes of status. Events are <c>lead:</c> and the new status; the old one is kept. The customer is the lead; reading it together with <see cref="ReadOptions.IdentityLinks"/> makes it the contact.</summary>
    /// <remarks>Times are in UTC. Duplicates have the same <c>Id</c>. Changes of other fields are skipped.</remarks>
    public static EventMapping SalesforceLeadHistory { get; } = new()
    {
        Customer = "LeadId",
        Event = "NewValue",
        EventPrefix = "lead:",
        Previous = "OldValue",
        Time = "CreatedDate",
        Id = "Id",
        Filters = [RowFilter.OneOf("Field", "Status")],
    };
}
