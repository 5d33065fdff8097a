using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class MappingRuleTests
{
    private static readonly EventMapping History = new()
    {
        Customer = "case", Event = "new", Time = "at", Previous = "old", Filters = [RowFilter.OneOf("field", "status")],
    };

    [Fact]
    public async Task A_fallback_is_read_where_a_column_is_empty_or_missing()
    {
        EventMapping mapping = CsvText.Plain with
        {
            EventAttributes = ["offer id"],
            Fallbacks = [ColumnFallback.For("customer", "session", "device"), ColumnFallback.For("time", "sent"), ColumnFallback.For("offer id", "offer_id")],
        };
        JourneyLog log = await CsvText.ReadAsync("customer,device,event,time,sent,offer_id\nc,d,a,2026-03-01,2026-03-09,7\n,d,b,,2026-03-02,\n", mapping);
        Assert.Equal(["c 2026-03-01 a offer id=7", "d 2026-03-02 b"], LogLines.Of(log, "offer id"));
        Assert.Equal(
            ["line 4, customer '': is empty, and so is what stands in for it: 'device'", "line 5, sent 'x': is not an ISO 8601 time such as 2026-03-01T12:00:00Z, 2026-03-01 12:00:00.123+01:00 or 2026-03-01"],
            (await CsvText.ReadAsync("customer,device,event,time,sent,offer_id\nc,d,a,2026-03-01,,\n,d,b,2026-03-02,,\n,,c,2026-03-01,,\nc,,d,,x,\n", mapping)).Quality.FirstRejected.Select(row => row.ToString()));
    }

    [Fact]
    public async Task A_column_is_missing_only_if_its_fallbacks_are_too()
    {
        EventMapping mapping = CsvText.Plain with { Fallbacks = [ColumnFallback.For("customer", "user", "visitor"), ColumnFallback.For("time", "sent")] };
        JourneyDefinitionException fault = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("event,sent,sent\n", mapping));
        Assert.Equal(
            [
                "column 'customer' (Customer) is missing, and so is what stands in for it: 'user', 'visitor'",
                "column 'sent' (Fallbacks) stands 2 times in the header; a column that is read needs a name of its own",
                "the columns are 'event', 'sent', 'sent'",
            ],
            fault.Problems);
    }

    [Fact]
    public async Task An_optional_column_may_be_missing()
    {
        EventMapping mapping = CsvText.Plain with
        {
            Channel = "channel",
            Value = "amount",
            Id = "id",
            IdDetails = ["part"],
            EventAttributes = ["wave"],
            DateColumns = [DateColumn.For("closed", "closed")],
            Sequence = "n",
            SequenceDetails = ["m"],
            Anonymous = "device",
            OptionalColumns = ["channel", "amount", "id", "part", "wave", "closed", "n", "m", "device"],
        };
        Assert.Equal(["c 2026-03-01 e"], LogLines.Of(await CsvText.ReadAsync("customer,event,time\nc,e,2026-03-01\n", mapping)));
    }

    [Fact]
    public async Task Names_are_composed_only_where_asked()
    {
        string text = "customer,event,status,time\nc,Fair,Sent,2026-03-01\nc,Fair,,2026-03-02\nc, Fair ,: ,2026-03-03\n";
        EventMapping mapping = CsvText.Plain with { EventPrefix = "campaign ", EventDetails = ["status"] };
        Assert.Equal(["campaign Fair: Sent", "campaign Fair", "campaign  Fair : : "], LogLines.NamesOf(await CsvText.ReadAsync(text, mapping), "c"));
        Assert.Equal(["Fair/Sent", "Fair", " Fair /: "], LogLines.NamesOf(await CsvText.ReadAsync(text, mapping with { EventPrefix = null, EventSeparator = "/" }), "c"));
        Assert.Equal(["Fair", "Fair", " Fair "], LogLines.NamesOf(await CsvText.ReadAsync(text), "c"));
    }

    [Fact]
    public async Task A_long_name_is_composed_whole()
    {
        string part = new('x', 5000);
        JourneyLog log = await CsvText.ReadAsync($"customer,event,status,time\nc,{part},{part},2026-03-01\n", CsvText.Plain with { EventDetails = ["status"], EventPrefix = part });
        Assert.Equal([$"{part}{part}: {part}"], log.Schema.Events);
    }

    [Fact]
    public async Task Attributes_have_the_names_they_are_given()
    {
        EventMapping mapping = CsvText.Plain with { EventAttributes = ["a.b"], CustomerAttributes = ["p"], AttributeNames = [AttributeName.For("a.b", "page"), AttributeName.For("p", "plan")] };
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,a.b,p\nc,e,2026-03-01,home,pro\n", mapping);
        Assert.Equal(["c 2026-03-01 e page=home"], LogLines.Of(log, "page", "a.b"));
        Assert.Equal("pro", log.TraceOf(0).Attribute("plan"));
    }

    [Fact]
    public async Task Each_date_of_a_wide_row_is_an_event_and_counts_as_a_row()
    {
        EventMapping mapping = new()
        {
            Customer = "id",
            Id = "id",
            Channel = "source",
            EventAttributes = ["size"],
            DateColumns = [DateColumn.For("entered_*", "stage:*"), DateColumn.For("entered_won", "deal won"), DateColumn.For("closed", "closed")],
        };
        JourneyLog log = await CsvText.ReadAsync(
            "id,entered_lead,entered_,closed,entered_won,source,size\n"
            + "d1,2026-03-02,x,2026-03-05T10:00:00Z,2026-03-05,web,big\n"
            + "d2,2026-03-01,x,soon,,,\n"
            + "d3,,x,,,web,\n"
            + ",2026-03-01,x,2026-03-01,,web,\n",
            mapping);
        Assert.Equal(
            ["d1 2026-03-02 stage:lead on web size=big", "d1 2026-03-05 deal won on web size=big", "d1 2026-03-05T10:00 closed on web size=big", "d2 2026-03-01 stage:lead"],
            LogLines.Of(log, "size"));
        Assert.Equal(["line 3, closed 'soon': is not an ISO 8601 time such as 2026-03-01T12:00:00Z, 2026-03-01 12:00:00.123+01:00 or 2026-03-01", "line 5, id '': is empty"], log.Quality.FirstRejected.Select(row => row.ToString()));
        Assert.Equal((7L, 4L, 2L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.Skipped));
        Assert.Equal((4L, 3L, 0L), (log.Quality.SourceRows, log.Quality.FurtherEvents, log.Quality.Duplicates));
        LogLines.AddsUp(log);
        Assert.StartsWith("7 rows read = 4 accepted + 2 rejected + 1 skipped by the mapping\n  4 rows of the source gave one event or several\n", log.Quality.ToText(), StringComparison.Ordinal);
        Assert.Equal(["closed", "deal won", "stage:lead"], log.Schema.Events);
    }

    [Fact]
    public async Task A_row_may_have_an_event_of_its_own_beside_its_dates()
    {
        EventMapping mapping = new() { Customer = "id", Event = "status", Time = "saved", DateColumns = [DateColumn.For("created", "created")], Value = "amount", PresentStageOnly = true };
        JourneyLog log = await CsvText.ReadAsync("id,status,saved,created,amount\nl1,open,2026-03-02,2026-03-02,12.5\nl2,,2026-03-02,2026-03-01,1\nl3,open,2026-03-02,,x\n", mapping);
        Assert.Equal(["l1 2026-03-02 created", "l1 2026-03-02 open 12.5 earlier stages=unknown", "l2 2026-03-01 created"], LogLines.Of(log, EventMapping.EarlierStagesAttribute));
        Assert.Equal((5L, 3L, 2L, 0L, 3L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.Skipped, log.Quality.SourceRows));
        LogLines.AddsUp(log);
    }

    [Fact]
    public async Task A_family_of_date_columns_needs_members()
    {
        EventMapping mapping = new() { Customer = "id", DateColumns = [DateColumn.For("in_*_at", "*")] };
        JourneyDefinitionException fault = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("id,in__at,in_a,b_at\n", mapping));
        Assert.Equal("no column belongs to 'in_*_at' (DateColumns); a source without a header, such as JSON, needs its columns named one by one", fault.Problems[0]);
        fault = await Assert.ThrowsAsync<JourneyDefinitionException>(() => CsvText.ReadAsync("id,in_x_at,in_x_at\n", mapping));
        Assert.Equal("column 'in_x_at' (DateColumns) stands 2 times in the header; a column that is read needs a name of its own", fault.Problems[0]);
        Assert.Equal(["x_y"], (await CsvText.ReadAsync("id,in_x_y_at\nd,2026-03-01", mapping)).Schema.Events);
    }

    [Fact]
    public void Wide_rows_and_long_rows_of_the_same_dates_give_equal_logs() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 40).ArrayOf(24)), cells =>
        {
            // Eight customers with three dates each; 0 stands for an empty cell, so that ties and gaps are the rule.
            string[] stages = ["lead", "opportunity", "won"];
            List<string> wide = ["id,in_lead,in_opportunity,in_won,plan"], rows = ["id,stage,at,plan"];
            for (int customer = 0; customer < 8; customer++)
            {
                string[] dates = [.. cells.Skip(3 * customer).Take(3).Select(day => day == 0 ? "" : $"2026-03-{1 + (day % 28):D2}")];
                wide.Add($"c{customer},{string.Join(',', dates)},p{customer % 3}");
                for (int stage = 0; stage < stages.Length; stage++)
                {
                    if (dates[stage].Length > 0) rows.Add($"c{customer},{stages[stage]},{dates[stage]},p{customer % 3}");
                }
            }

            JourneyLog fromWide = CsvText.ReadAsync(string.Join('\n', wide), new() { Customer = "id", CustomerAttributes = ["plan"], DateColumns = [DateColumn.For("in_*", "stage:*")] }).GetAwaiter().GetResult();
            JourneyLog fromLong = CsvText.ReadAsync(string.Join('\n', rows), new() { Customer = "id", CustomerAttributes = ["plan"], Event = "stage", EventPrefix = "stage:", Time = "at" }).GetAwaiter().GetResult();
            LogColumnsComparer.Same(fromLong, fromWide);
            Assert.Equal(8, fromWide.Quality.SourceRows);
            LogLines.AddsUp(fromWide);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Rows_that_the_filters_do_not_mean_are_skipped_and_counted()
    {
        EventMapping mapping = CsvText.Plain with { Filters = [RowFilter.OneOf("field", "status", ""), RowFilter.OneOf("live", "yes")] };
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,field,live\na,e,2026-03-01,status,yes\nb,e,2026-03-01,,yes\nc,e,2026-03-01,owner,yes\nd,e,2026-03-01,status,\n,,never,Status,yes\n", mapping);
        Assert.Equal(["a", "b"], log.CustomerIds);
        Assert.Equal((5L, 2L, 0L, 3L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.Skipped));
        Assert.Contains(log.Quality.ToTable().Rows, row => row[0] is "skipped by the mapping" && row[1] is 3L);
        LogLines.AddsUp(log);
    }

    [Fact]
    public async Task The_old_value_of_a_change_is_kept_and_checked_against_the_change_before()
    {
        JourneyLog log = await CsvText.ReadAsync(
            "case,field,old,new,at\n1,status,Working,Closed,2026-03-03\n1,status,New,Working,2026-03-02\n1,owner,Ann,Ben,2026-03-02\n"
            + "2,status,New,Working,2026-03-01\n2,status,Escalated,Closed,2026-03-05\n2,status,,New,2026-03-06\n2,status,Working,Closed,2026-03-07\n",
            History);
        Assert.Equal(
            ["1 2026-03-02 Working old=New", "1 2026-03-03 Closed old=Working", "2 2026-03-01 Working old=New", "2 2026-03-05 Closed old=Escalated", "2 2026-03-06 New", "2 2026-03-07 Closed old=Working"],
            LogLines.Of(log, "old"));
        Assert.Equal((2L, 1L), (log.Quality.BrokenChanges, log.Quality.Skipped));
        Assert.Contains("2 changes whose old value is not the new value of the change before\n", log.Quality.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_compared_as_the_source_writes_them_whatever_the_event_is_called()
    {
        JourneyLog log = await CsvText.ReadAsync("case,field,old,new,at\n1,status,A,B,2026-03-01\n1,status,B,C,2026-03-02\n", History with { EventPrefix = "case:", AttributeNames = [AttributeName.For("old", "before")] });
        Assert.Equal(["1 2026-03-01 case:B before=A", "1 2026-03-02 case:C before=B"], LogLines.Of(log, "before"));
        Assert.Equal(0, log.Quality.BrokenChanges);
    }

    [Fact]
    public async Task Equal_neighbors_collapse_into_the_first_of_them_and_are_counted()
    {
        string text = "customer,event,time,amount\nc,lead,2026-03-01,1\nc,won,2026-03-04,4\nc,lead,2026-03-02,2\nd,won,2026-03-05,5\nc,lead,2026-03-03,3\nc,lead,2026-03-06,6\n";
        EventMapping mapping = CsvText.Plain with { Value = "amount", CollapseRepeats = true };
        JourneyLog log = await CsvText.ReadAsync(text, mapping);
        Assert.Equal(["c 2026-03-01 lead 1", "c 2026-03-04 won 4", "c 2026-03-06 lead 6", "d 2026-03-05 won 5"], LogLines.Of(log));
        Assert.Equal((6L, 6L, 2L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Collapsed));
        Assert.Equal((0L, 6L), ((await CsvText.ReadAsync(text, mapping with { CollapseRepeats = false })).Quality.Collapsed, (await CsvText.ReadAsync(text)).EventCount));
        LogLines.AddsUp(log);
    }

    [Fact]
    public async Task Duplicates_are_found_before_repeats_collapse()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time\nc,a,2026-03-01\nc,a,2026-03-01\nc,a,2026-03-02\n", CsvText.Plain with { CollapseRepeats = true }, options: new() { Duplicates = DuplicateEvents.Drop });
        Assert.Equal((1L, 1L, 1L), (log.EventCount, log.Quality.DroppedDuplicates, log.Quality.Collapsed));
        LogLines.AddsUp(log);
    }

    [Fact]
    public async Task Ids_of_several_columns_are_kept_apart()
    {
        string text = "customer,event,time,source,id\nc,a,2026-03-01,ab,c\nc,b,2026-03-01,a,bc\nc,d,2026-03-01,a,bc\nc,e,2026-03-01,,bc\nc,f,2026-03-01,,bc\n";
        JourneyLog log = await CsvText.ReadAsync(text, CsvText.Plain with { Id = "source", IdDetails = ["id"] }, options: new() { Duplicates = DuplicateEvents.Drop });
        Assert.Equal(["a", "b", "e", "f"], LogLines.NamesOf(log, "c"));
        Assert.Equal(["ab\u001Fc", "a\u001Fbc", null, null], log.Columns.Ids!.AsEnumerable());
    }

    [Fact]
    public void Sequences_of_several_numbers_are_compared_one_after_the_other() => Prop.ForAll(
        Arb.From(Gen.Choose(-1, 3).ArrayOf(3).ArrayOf(12)), ArbMap.Default.ArbFor<int>(), (numbers, seed) =>
        {
            // -1 stands for an empty cell, but never in all three: rows without any keep their place in the source.
            long?[][] parts = [.. numbers.Select((row, index) => row.Select((number, place) => number >= 0 ? number : place == 2 && row.All(other => other < 0) ? 100 + index : (long?)null).ToArray())];
            string[] rows = [.. parts.Select((row, index) => $"c,e{index:D2},2026-03-01,{string.Join(',', row)}")];
            EventMapping mapping = CsvText.Plain with { Sequence = "page", SequenceDetails = ["batch", "index"] };
            JourneyLog log = CsvText.ReadAsync($"customer,event,time,page,batch,index\n{string.Join('\n', rows)}", mapping).GetAwaiter().GetResult();
            string[] expected = [.. parts.Select((row, index) => (row, index)).OrderBy(pair => pair.row[0]).ThenBy(pair => pair.row[1]).ThenBy(pair => pair.row[2]).ThenBy(pair => pair.index).Select(pair => $"e{pair.index:D2}")];
            Assert.Equal(expected, LogLines.NamesOf(log, "c"));

            bool[] isTied = [.. parts.Select(row => parts.Count(other => other.SequenceEqual(row)) > 1)];
            if (isTied.Any(tied => tied)) return;
            LogColumnsComparer.Same(log, CsvText.ReadAsync($"customer,event,time,page,batch,index\n{string.Join('\n', LogGenerator.Shuffled(rows, seed))}", mapping).GetAwaiter().GetResult());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_bad_number_of_a_sequence_rejects_its_row()
    {
        RejectedRow row = await CsvText.RejectedAsync("customer,event,time,n,m\nc,e,2026-03-01,1,x\nc,f,2026-03-01,,\n", CsvText.Plain with { Sequence = "n", SequenceDetails = ["m"] });
        Assert.Equal((2L, "m", "x", "is not a whole number between -9223372036854775807 and 9223372036854775807"), (row.Line, row.Column, row.Value, row.Reason));
    }

    [Fact]
    public async Task A_row_with_a_known_and_an_anonymous_id_links_them()
    {
        EventMapping mapping = new() { Customer = "user", Event = "event", Time = "time", Anonymous = "device", Fallbacks = [ColumnFallback.For("user", "device")] };
        JourneyLog log = await CsvText.ReadAsync("user,device,event,time\n,phone,visit,2026-03-01\nanna,phone,login,2026-03-02\nben,phone,login,2026-03-01T12:00:00Z\n,laptop,visit,2026-03-05\nben,tablet,buy,2026-03-04\n,phone,look,2026-03-06\n", mapping);
        Assert.Equal(["anna 2026-03-02 login", "ben 2026-03-01 visit", "ben 2026-03-01T12:00 login", "ben 2026-03-04 buy", "ben 2026-03-06 look", "laptop 2026-03-05 visit"], LogLines.Of(log));
        Assert.Equal((2L, "id 'phone' went to customer 'ben' and was seen with 'anna', too"), (log.Quality.LinkedIds, Assert.Single(log.Quality.FirstIdentityConflicts).ToString()));
        Assert.Equal(["anna", "ben", "laptop", "phone"], (await CsvText.ReadAsync("user,device,event,time\n,phone,visit,2026-03-01\nanna,phone,login,2026-03-02\nben,x,login,2026-03-03\n,laptop,visit,2026-03-05\n", mapping with { Anonymous = null })).CustomerIds);
    }

    [Fact]
    public async Task Alias_rows_merge_and_only_they()
    {
        EventMapping mapping = CsvText.Plain with { Alias = "alias", AliasWhen = RowFilter.OneOf("event", "$create_alias", "$merge") };
        string text = "customer,event,time,alias\nb,$create_alias,2026-03-02,a\na,visit,2026-03-01,\nc,$merge,2026-03-03,b\nd,promotion,2026-03-03,c\n";
        JourneyLog log = await CsvText.ReadAsync(text, mapping);
        Assert.Equal(["c", "d"], log.CustomerIds);
        Assert.Equal(["visit", "$create_alias", "$merge"], LogLines.NamesOf(log, "c"));
        Assert.Equal(["d"], (await CsvText.ReadAsync(text, mapping with { AliasWhen = null })).CustomerIds);
    }

    [Fact]
    public async Task A_rejected_row_links_nobody()
    {
        JourneyLog log = await CsvText.ReadAsync("customer,event,time,alias\na,e,2026-03-01,\nb,e,never,a\nc,e,2026-03-01,\n", CsvText.Plain with { Alias = "alias" });
        Assert.Equal(["a", "c"], log.CustomerIds);
    }
}
