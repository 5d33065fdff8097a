using System.Reflection;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

public class TrackingExportTests
{
    [Fact]
    public async Task Segment_calls()
    {
        JourneyLog log = await Exports.LinesAsync("segment.jsonl", EventMappings.Segment);
        Assert.Equal(
            [
                "anon-2 2026-03-03T10:00 Settings on mobile type=screen",
                "u-7 2026-02-01T12:00 Signed In on server type=track",
                "u-7 2026-03-01T09:00 Home on cpc type=page campaign source=google page=/",
                "u-7 2026-03-01T09:10 identify type=identify",
                "u-7 2026-03-01T09:20 Order Completed on server 59.9EUR type=track page=/checkout",
                "u-7 2026-03-02 alias type=alias",
                "u-8 2026-03-03T11:00 group type=group",
            ],
            LogLines.Of(log, "type", "campaign source", "page"));
        Assert.Equal((9, 8, 1, 0, 1, 0), Exports.Counts(log));
        Assert.Equal((2L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).Ticks, log.Columns.RecordedAt![1]);
    }

    [Fact]
    public async Task Google_Analytics_4_events()
    {
        JourneyLog log = await Exports.LinesAsync("ga4.jsonl", EventMappings.GoogleAnalytics4);
        Assert.Equal(
            [
                "999.1 2026-03-02T08:26:40 page_view device=desktop",
                "u-7 2026-03-01T09:00:00.123456 session_start on organic session=1772355600 device=mobile country=Germany",
                "u-7 2026-03-01T09:00:00.123456 page_view on email page=https://shop.example/p/1 session=1772355600 device=mobile country=Germany",
                "u-7 2026-03-01T09:00:00.123456 scroll on email page=https://shop.example/p/1 session=1772355600 device=mobile country=Germany",
                "u-7 2026-03-01T09:10:00.000001 purchase on cpc 59.9EUR session=1772355600 device=mobile country=Germany",
            ],
            LogLines.Of(log, "page", "session", "device", "country"));
        Assert.Equal((5, 5, 0, 0, 0, 0), Exports.Counts(log));
        Assert.Equal(1, log.Quality.LinkedIds);
    }

    [Fact]
    public async Task Adobe_experience_events()
    {
        JourneyLog log = await Exports.LinesAsync("adobe-xdm.jsonl", EventMappings.AdobeExperienceEvents);
        string web = "https://ns.adobe.com/xdm/channel-types/web";
        Assert.Equal(
            [
                "ben@example.com 2026-03-02T10:00 pushTracking.applicationOpened environment=application",
                $"crm-7 2026-03-01T08:30:00.5 commerce.purchases on {web} 120.5USD environment=browser",
                $"crm-7 2026-03-01T09:00 web.webpagedetails.pageViews on {web} campaign source=em:spring page=home environment=browser",
            ],
            LogLines.Of(log, "campaign source", "page", "environment"));
        Assert.Equal(1, log.Quality.LinkedIds);
    }

    [Fact]
    public async Task Cloud_events()
    {
        EventMapping mapping = EventMappings.CloudEvents with { EventAttributes = ["data.plan"] };
        JourneyLog log = await Exports.LinesAsync("cloudevents.jsonl", mapping);
        Assert.Equal(
            ["customer-7 2026-03-01T09:00 com.example.order.created on /orders data.plan=pro", "customer-7 2026-03-02T10:00:00.1234567 com.example.ticket.opened on /support data.plan=team"],
            LogLines.Of(log, "data.plan"));
        Assert.Equal((4, 3, 1, 0, 1, 0), Exports.Counts(log));
    }

    [Fact]
    public async Task Matomo_visits()
    {
        JourneyLog log = await Exports.JsonAsync("matomo.json", EventMappings.Matomo);
        Assert.Equal(
            [
                "u-7 2026-03-01T09:00 action: Home on search session=501 referrer=Google", "u-7 2026-03-01T09:01 event: play on search session=501 referrer=Google",
                "u-7 2026-03-01T09:02 goal: Newsletter on search 2.5EUR session=501 referrer=Google",
                "u-7 2026-03-02T09:00 action: https://shop.example/account on direct session=502", "u-7 2026-03-02T09:01 ecommerceOrder on direct 59.9EUR session=502",
            ],
            LogLines.Of(log, "session", "referrer"));
        Assert.Equal((5, 5, 0, 0, 0, 0), Exports.Counts(log));
        Assert.Equal(1, log.Quality.LinkedIds);
    }

    [Fact]
    public async Task Snowplow_events()
    {
        JourneyLog log = await Exports.CsvAsync("snowplow.csv", EventMappings.Snowplow);
        Assert.Equal(
            [
                "n-9 2026-03-02T09:59:59 refund_requested",
                "u-7 2026-03-01T09:00:00.5 page_view on cpc page=/ campaign source=google session=s-1",
                "u-7 2026-03-01T09:05:00.5 event on internal page=/basket session=s-1",
                "u-7 2026-03-01T09:06:01 transaction 59.9EUR page=/checkout session=s-1",
            ],
            LogLines.Of(log, "page", "campaign source", "session"));
        Assert.Equal((5, 5, 0, 0, 1, 0), Exports.Counts(log));
    }

    [Fact]
    public async Task Mixpanel_events()
    {
        JourneyLog log = await Exports.LinesAsync("mixpanel.jsonl", EventMappings.Mixpanel);
        Assert.Equal(
            [
                "u-7 2026-03-01T07:26:40 Viewed Page", "u-7 2026-03-01T09:00 Viewed Page on cpc page=https://shop.example/ referrer=$direct", "u-7 2026-03-01T09:06:40 $identify",
                "u-7 2026-03-01T09:10 Bought 59.9EUR", "u-7 2026-03-01T09:11:40 $create_alias", "u-7 2026-03-01T09:13:20 Answered",
            ],
            LogLines.Of(log, "page", "referrer"));
        Assert.Equal((7, 7, 0, 0, 1, 0), Exports.Counts(log));
        Assert.Equal((3L, 0L), (log.Quality.LinkedIds, log.Quality.IdentityConflicts));
    }

    [Fact]
    public async Task Mixpanel_customers_are_the_resolved_ids_or_linked_here()
    {
        const string Resolved = """{"event":"a","properties":{"time":1772355600,"distinct_id":"u9","$device_id":"d1"}}""";
        Assert.Equal(["u9"], (await JsonTestText.ReadLinesAsync(Resolved, EventMappings.Mixpanel)).CustomerIds);

        const string Sent = """
            {"event":"a","properties":{"time":1772355600,"distinct_id":"$device:d1","$device_id":"d1"}}
            {"event":"b","properties":{"time":1772355601,"distinct_id":"u9","$user_id":"u9","$device_id":"d1"}}
            """;
        EventMapping sent = EventMappings.Mixpanel with
        {
            Customer = "properties.$user_id",
            Fallbacks = [ColumnFallback.For("properties.$user_id", "properties.$identified_id", "properties.$device_id", "properties.distinct_id")],
        };
        Assert.Equal(["u9"], (await JsonTestText.ReadLinesAsync(Sent, sent)).CustomerIds);
    }

    [Fact]
    public async Task Purchases_are_kept_however_the_platform_writes_their_amounts()
    {
        JourneyLog segment = await JsonTestText.ReadLinesAsync("""
            {"type":"track","event":"a","userId":"u","timestamp":"2026-03-01T00:00:00Z","properties":{"revenue":59.970000000000006}}
            {"type":"track","event":"b","userId":"u","timestamp":"2026-03-01T00:00:01Z","properties":{"revenue":1.0E7}}
            """, EventMappings.Segment);
        Assert.Equal([599_700, 100_000_000_000], segment.Columns.Money!.Units.ToArray());
        JourneyLog google = await JsonTestText.ReadLinesAsync("""{"event_name":"purchase","user_id":"u","event_timestamp":1772355600000000,"ecommerce":{"purchase_revenue":49.989999999999995}}""", EventMappings.GoogleAnalytics4);
        Assert.Equal([499_900], google.Columns.Money!.Units.ToArray());
        JourneyLog adobe = await JsonTestText.ReadLinesAsync("""{"eventType":"commerce.purchases","_id":"1","timestamp":"2026-03-01T00:00:00Z","identityMap":{"CRMID":[{"id":"u"}]},"commerce":{"order":{"priceTotal":1.25E7}}}""", EventMappings.AdobeExperienceEvents);
        Assert.Equal([125_000_000_000], adobe.Columns.Money!.Units.ToArray());
    }

    [Fact]
    public async Task PostHog_events()
    {
        JourneyLog log = await Exports.LinesAsync("posthog.jsonl", EventMappings.PostHog);
        Assert.Equal(
            [
                "018f-p 2026-03-01T10:00 $pageview page=/help",
                "u-7 2026-02-27T10:00 call made", "u-7 2026-03-01T09:00:00.123 $pageview on cpc page=/ referrer=www.google.com session=s1",
                "u-7 2026-03-01T09:05 $identify session=s1", "u-7 2026-03-01T09:10 order placed 59.9EUR session=s1", "u-7 2026-03-01T09:11 $create_alias",
            ],
            LogLines.Of(log, "page", "referrer", "session"));
        Assert.Equal((7, 7, 0, 0, 1, 0), Exports.Counts(log));
        Assert.Equal(2, log.Quality.LinkedIds);
    }

    [Theory]
    [InlineData(nameof(EventMappings.Segment), """{"type":"track","userId":"u","timestamp":"2026-03-01","messageId":"m"}""")]
    [InlineData(nameof(EventMappings.GoogleAnalytics4), """{"event_name":"e","user_id":"u","event_timestamp":"1772355600000000"}""")]
    [InlineData(nameof(EventMappings.AdobeExperienceEvents), """{"eventType":"e","_id":"1","timestamp":"2026-03-01","identityMap":{"CRMID":[{"id":"u"}]}}""")]
    [InlineData(nameof(EventMappings.CloudEvents), """{"subject":"u","type":"e","source":"/s","id":"1","time":"2026-03-01"}""")]
    [InlineData(nameof(EventMappings.Mixpanel), """{"event":"e","properties":{"time":1772355600,"distinct_id":"u","$insert_id":"i"}}""")]
    [InlineData(nameof(EventMappings.PostHog), """{"event":"e","person_id":"u","timestamp":"2026-03-01","uuid":"i"}""")]
    [InlineData(nameof(EventMappings.Matomo), """{"userId":"u","idVisit":1,"actionDetails":[{"type":"e","timestamp":1772355600}]}""")]
    [InlineData(nameof(EventMappings.HubSpotLifecycleHistory), """{"results":[{"id":"u","propertiesWithHistory":{"lifecyclestage":[{"value":"lead","timestamp":"2026-03-01"}]}}]}""")]
    [InlineData(nameof(EventMappings.HubSpotDealStageHistory), """{"results":[{"id":"u","propertiesWithHistory":{"dealstage":[{"value":"won","timestamp":"2026-03-01"}]}}]}""")]
    [InlineData(nameof(EventMappings.DynamicsActivities), """{"value":[{"_regardingobjectid_value":"u","activitytypecode":"e","actualend":"2026-03-01","activityid":"1","statecode":1}]}""")]
    [InlineData(nameof(EventMappings.DynamicsProcessFlow), """{"value":[{"_bpf_opportunityid_value":"u","activestageid":{"stagename":"s"},"activestagestartedon":"2026-03-01","createdon":"2026-03-01","businessprocessflowinstanceid":"1"}]}""")]
    public async Task What_only_some_exports_have_is_not_told_as_missing(string name, string document)
    {
        EventMapping mapping = (EventMapping)typeof(EventMappings).GetProperty(name)!.GetValue(null)!;
        JourneyLog log = await JsonTestText.ReadAsync(document, mapping);
        Assert.Equal("u", Assert.Single(log.CustomerIds));
        Assert.Equal(0, log.Quality.Rejected);
        Assert.Empty(log.Quality.AbsentColumns);
    }

    [Fact]
    public async Task Every_ready_mapping_has_a_sample_and_no_faults()
    {
        PropertyInfo[] ready = typeof(EventMappings).GetProperties(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(ready.Length + 1, Directory.GetFiles(Path.GetDirectoryName(Exports.FileOf("x"))!).Count(file => !file.EndsWith(".md", StringComparison.Ordinal)));
        foreach (PropertyInfo property in ready)
        {
            EventMapping mapping = (EventMapping)property.GetValue(null)!;
            Assert.Same(mapping, property.GetValue(null));
            if (mapping.DateColumns.Any(date => date.Column.Contains('*', StringComparison.Ordinal))) continue;
            // Everything but the lack of columns would be told.
            Assert.Equal(0, (await JourneyLog.ReadJsonAsync(new MemoryStream("[]"u8.ToArray()), mapping)).EventCount);
        }
    }
}
