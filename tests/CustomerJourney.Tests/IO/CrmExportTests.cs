using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

public class CrmExportTests
{
    [Fact]
    public async Task HubSpot_contacts_with_the_history_of_their_lifecycle_stage()
    {
        JourneyLog log = await Exports.JsonAsync("hubspot-contacts-history.json", EventMappings.HubSpotLifecycleHistory);
        Assert.Equal(
            [
                "51 2026-03-01T09:00 stage:lead on FORM sourceId=f3a1",
                "51 2026-03-10T14:30:00.25 stage:opportunity on CRM_UI sourceId=userId:8014 updatedByUserId=8014",
                "51 2026-03-20T09:15 stage:customer on CRM_UI sourceId=userId:8014 updatedByUserId=8014",
                "52 2026-03-02T10:00 stage:subscriber on FORM sourceId=f3a1",
            ],
            LogLines.Of(log, "sourceId", "updatedByUserId"));
        Assert.Equal("ORGANIC_SEARCH", log.TraceOf(0).Attribute("hs_analytics_source"));
        Assert.Equal((6, 5, 1, 0, 0, 1), Exports.Counts(log));
        Assert.Equal(3, log.Quality.Late);
    }

    [Fact]
    public async Task HubSpot_deals_with_the_history_of_their_stage()
    {
        JourneyLog log = await Exports.JsonAsync("hubspot-deals-history.json", EventMappings.HubSpotDealStageHistory);
        Assert.Equal(
            [
                "9001 2026-03-05T12:00 stage:appointmentscheduled on CRM_UI 1200.5EUR pipeline=default dealtype=newbusiness",
                "9001 2026-03-15T12:00 stage:closedwon on CRM_UI 1200.5EUR pipeline=default dealtype=newbusiness",
                "9002 2026-03-06T08:30 stage:appointmentscheduled on WORKFLOWS pipeline=default",
            ],
            LogLines.Of(log, "pipeline", "dealtype"));

        // People instead of deals: the second deal has no contact.
        JourneyLog people = await Exports.JsonAsync("hubspot-deals-history.json", EventMappings.HubSpotDealStageHistory with { Customer = "^.associations.contacts.results[0].id", CollapseRepeats = false });
        Assert.Equal(["51"], people.CustomerIds);
        Assert.Equal((3, 2, 1, 0, 0, 0), Exports.Counts(people));
    }

    [Fact]
    public async Task HubSpot_deals_with_a_column_a_stage()
    {
        JourneyLog log = await Exports.CsvAsync("hubspot-deals-wide.csv", EventMappings.HubSpotDealDates);
        Assert.Equal(
            [
                "9001 2026-03-05T12:00 stage:appointmentscheduled amount=1200.50 deal_currency_code=EUR", "9001 2026-03-08T09:00 stage:qualifiedtobuy amount=1200.50 deal_currency_code=EUR", "9001 2026-03-15T12:00 stage:closedwon amount=1200.50 deal_currency_code=EUR",
                "9002 2026-03-06T08:30 stage:appointmentscheduled deal_currency_code=EUR", "9004 2026-03-09T08:30 stage:appointmentscheduled amount=80 deal_currency_code=USD",
            ],
            LogLines.Of(log, "amount", "deal_currency_code"));
        Assert.Equal((7, 5, 1, 1, 0, 0), Exports.Counts(log));
        Assert.Equal((4L, "line 5, hs_v2_date_entered_qualifiedtobuy 'soon'"), (log.Quality.SourceRows, Assert.Single(log.Quality.FirstRejected).ToString().Split(": ")[0]));
        Assert.Equal("PAID_SEARCH", log.TraceOf(0).Attribute("hs_analytics_source"));

        EventMapping labels = EventMappings.HubSpotDealDates with
        {
            Customer = "Record ID",
            Id = "Record ID",
            DateColumns = [DateColumn.For("Date entered \"*\"", "stage:*")],
            EventAttributes = [],
            CustomerAttributes = [],
            OptionalColumns = [],
        };
        JourneyLog exported = await CsvText.ReadAsync("\"Record ID\",\"Date entered \"\"Closed won (Sales Pipeline)\"\"\"\n7,2026-03-01 14:30\n", labels);
        Assert.Equal(["7 2026-03-01T14:30 stage:Closed won (Sales Pipeline)"], LogLines.Of(exported));
    }

    [Fact]
    public async Task Salesforce_opportunity_history()
    {
        JourneyLog log = await Exports.CsvAsync("salesforce-opportunity-history.csv", EventMappings.SalesforceOpportunityHistory);
        Assert.Equal(
            [
                "0065g00000X1 2026-03-02T09:00 Prospecting 10000EUR Probability=10.0", "0065g00000X1 2026-03-20T11:30 Negotiation/Review 12000EUR Probability=90.0",
                "0065g00000X1 2026-04-01T16:00 Closed Won 12000EUR Probability=100.0", "0065g00000X2 2026-03-05T08:00 Prospecting Probability=10.0",
            ],
            LogLines.Of(log, "Probability"));
        Assert.Equal((6, 6, 0, 0, 1, 1), Exports.Counts(log));
    }

    [Fact]
    public async Task Salesforce_campaign_members_are_leads_until_they_are_contacts()
    {
        JourneyLog log = await Exports.CsvAsync("salesforce-campaign-member.csv", EventMappings.SalesforceCampaignMember);
        Assert.Equal(
            [
                "0031 2026-03-01T08:00 Spring fair, Berlin: Sent on Trade Show HasResponded=false", "0031 2026-03-10 Webinar: Attended on Webinar HasResponded=true",
                "0032 2026-03-06T08:00 Webinar: Registered on Webinar HasResponded=false",
            ],
            LogLines.Of(log, "HasResponded"));
        Assert.Equal((4, 3, 1, 0, 0, 0), Exports.Counts(log));
        Assert.Equal((1L, "line 5, ContactId '': is empty, and so is what stands in for it: 'LeadId'"), (log.Quality.LinkedIds, log.Quality.FirstRejected[0].ToString()));
    }

    [Fact]
    public async Task Salesforce_cases_and_their_history()
    {
        JourneyLog cases = await Exports.CsvAsync("salesforce-case.csv", EventMappings.SalesforceCase);
        Assert.Equal(
            ["0012 2026-03-12T10:00 case_opened on Email Priority=Low", "0031 2026-03-11T09:00 case_opened on Phone Priority=High", "0031 2026-03-13T15:20 case_closed on Phone Priority=High"],
            LogLines.Of(cases, "Priority"));
        Assert.Equal((3, 3, 0, 0, 0, 0), Exports.Counts(cases));

        JourneyLog history = await Exports.CsvAsync("salesforce-case-history.csv", EventMappings.SalesforceCaseHistory);
        Assert.Equal(
            [
                "0031 2026-03-11T09:30 case:Working OldValue=New CaseId=5001", "0031 2026-03-12T08:00 case:Escalated OldValue=Working CaseId=5001", "0031 2026-03-13T15:20 case:Closed OldValue=Escalated CaseId=5001",
                "0032 2026-03-14T08:00 case:Closed OldValue=Working CaseId=5002", "0032 2026-03-15T08:00 case:Working OldValue=Escalated CaseId=5002",
            ],
            LogLines.Of(history, "OldValue", "CaseId"));
        Assert.Equal((7, 5, 0, 2, 0, 0), Exports.Counts(history));
        Assert.Equal(1, history.Quality.BrokenChanges);
    }

    [Fact]
    public async Task Salesforce_tasks_that_were_done()
    {
        JourneyLog log = await Exports.CsvAsync("salesforce-task.csv", EventMappings.SalesforceTask);
        Assert.Equal(
            [
                "0031 2026-03-12T14:05 Call on Call CallDisposition=Interested CallDurationInSeconds=340", "0031 2026-03-13 Email on Email", "0061 2026-03-20T10:00 Other on Other",
            ],
            LogLines.Of(log, "CallDisposition", "CallDurationInSeconds"));
        Assert.Equal((4, 3, 0, 1, 0, 0), Exports.Counts(log));
    }

    [Fact]
    public async Task Salesforce_meetings_have_a_beginning_and_an_end()
    {
        JourneyLog log = await Exports.CsvAsync("salesforce-event.csv", EventMappings.SalesforceEvent);
        Assert.Equal(["0031 2026-03-14T14:00 Meeting Subject=Demonstration", "0032 2026-03-15T11:00 Event Subject=Lunch"], LogLines.Of(log, "Subject"));
        Assert.Equal(TimeSpan.FromHours(1).Ticks, log.TraceOf(0).Ticks[0] - log.TraceOf(0).StartedTicks[0]);
    }

    [Fact]
    public async Task Salesforce_leads_and_their_history()
    {
        JourneyLog leads = await Exports.CsvAsync("salesforce-lead.csv", EventMappings.SalesforceLead);
        Assert.Equal(
            ["0031 2026-03-01T07:30 lead_created on Web", "0031 2026-03-08 lead_converted on Web", "00Q2 2026-03-02T07:30 lead_created on Trade Show"],
            LogLines.Of(leads));
        Assert.Equal((3, 3, 0, 0, 0, 0), Exports.Counts(leads));
        Assert.Equal(("Warm", 0L), (leads.TraceOf(1).Attribute("Rating"), leads.Quality.IdentityConflicts));

        // What the leads say of who is who, told to the reader of their history.
        ReadOptions options = new() { IdentityLinks = [new() { Id = "00Q1", Customer = "0031", Kind = IdentityLinkKind.Alias }] };
        JourneyLog history = await Exports.CsvAsync("salesforce-lead-history.csv", EventMappings.SalesforceLeadHistory, options);
        Assert.Equal(
            ["0031 2026-03-03T09:00 lead:Working - Contacted OldValue=Open - Not Contacted", "0031 2026-03-08T16:45 lead:Closed - Converted OldValue=Working - Contacted"],
            LogLines.Of(history, "OldValue"));
        Assert.Equal((3, 2, 0, 1, 0, 0), Exports.Counts(history));
        Assert.Equal(0, history.Quality.BrokenChanges);
    }

    [Fact]
    public async Task Dynamics_activities_that_were_completed()
    {
        JourneyLog log = await Exports.JsonAsync("dynamics-activities.json", EventMappings.DynamicsActivities);
        string contact = "c1000000-0000-0000-0000-000000000001";
        Assert.Equal(
            [$"{contact} 2026-03-01T09:05 email on email subject=Offer directioncode=true", $"{contact} 2026-03-03T10:00 phonecall on phonecall subject=Questions directioncode=false"],
            LogLines.Of(log, "subject", "directioncode"));
        Assert.Equal((4, 2, 1, 1, 0, 0), Exports.Counts(log));
    }

    [Fact]
    public async Task Dynamics_processes_tell_the_present_stage_only()
    {
        JourneyLog log = await Exports.JsonAsync("dynamics-process-flow.json", EventMappings.DynamicsProcessFlow);
        Assert.Equal(
            [
                "o1 2026-03-01T09:00 process_started traversedpath=s1,s2", "o1 2026-03-09T08:00 stage:Develop 25000EUR earlier stages=unknown traversedpath=s1,s2",
                "o2 2026-03-02T09:00 process_started traversedpath=s1", "o2 2026-03-02T09:00 stage:Qualify earlier stages=unknown traversedpath=s1",
                "o3 2026-02-02T09:00 process_started traversedpath=s1,s2,s3", "o3 2026-02-20T10:00 stage:Close 800cur-2 earlier stages=unknown traversedpath=s1,s2,s3", "o3 2026-02-21T12:00 process_completed traversedpath=s1,s2,s3",
            ],
            LogLines.Of(log, EventMapping.EarlierStagesAttribute, "traversedpath"));
        Assert.Equal((7, 7, 0, 0, 0, 0), Exports.Counts(log));
        Assert.Equal(3, log.Quality.SourceRows);
    }

    [Fact]
    public async Task Surveys()
    {
        JourneyLog log = await Exports.CsvAsync("survey.csv", EventMappings.Survey(FeedbackKind.Nps));
        Assert.Equal(
            [
                "c7 2026-03-05T10:00 survey:Would you recommend us? on email Nps=9 wave=2026-Q1 text=Fast, friendly", "c7 2026-03-05T10:00 survey:Why? on email wave=2026-Q1 text=It \"just\" works",
                "c8 2026-03-06T11:00 survey:Would you recommend us? on app Nps=6 wave=2026-Q1",
            ],
            LogLines.Of(log, "wave", "text"));
        Assert.Equal((4, 3, 1, 0, 0, 0), Exports.Counts(log));
    }
}
