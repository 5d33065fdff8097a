using System.Globalization;
using System.Text.Json;

namespace CustomerJourney.Events;

/// <summary>Writes a result as JSON: a member for each figure, null where it was not asked for.</summary>
internal static class DataQualityJsonWriter
{
    public static string Write(DataQualityResult result) => JsonText.Write(json =>
    {
        WriteDefinition(json, result.Definition);
        Write(json, "from", Instant(result.Range?.Start));
        Write(json, "until", Instant(result.Range?.End));
        Write(json, "events", result.Events);
        Write(json, "customers", result.Customers);
        Write(json, "customersWithoutEvents", result.CustomersWithoutEvents);
        Write(json, "customersWithOneEvent", result.CustomersWithOneEvent);
        Write(json, "tiedEvents", result.TiedEvents);
        Write(json, "tiesShare", result.TiesShare);
        Write(json, "repeatedEvents", result.RepeatedEvents);
        Write(json, "repeatedIds", result.RepeatedIds);
        Write(json, "recordedBeforeHappening", result.RecordedBeforeHappening);
        Write(json, "futureEvents", result.FutureEvents);
        Write(json, "unknownEvents", result.UnknownEvents);
        WriteList(json, "unknownEventNames", result.UnknownEventNames, WriteName);
        Write(json, "daysWithEvents", result.DaysWithEvents);
        Write(json, "daysWithoutEvents", result.DaysWithoutEvents);
        Write(json, "medianEventsPerDay", result.MedianEventsPerDay);
        Write(json, "gapCount", result.GapCount);
        WriteList(json, "gaps", result.Gaps, WriteGap);
        Write(json, "suspectedBotCount", result.SuspectedBotCount);
        Write(json, "suspectedBotEvents", result.SuspectedBotEvents);
        Write(json, "suspectedBotShare", result.SuspectedBotShare);
        WriteList(json, "suspectedBots", result.SuspectedBots, WriteBot);
        if (result.Reading is { } reading) WriteReading(json, reading);
    }) + "\n";

    private static void WriteDefinition(Utf8JsonWriter json, DataQuality definition)
    {
        json.WriteStartObject("definition");
        Write(json, "asOf", Instant(definition.AsOf));
        Write(json, "timeZone", definition.Calendar.TimeZone.Id);
        Write(json, "mostEventsPerMinute", definition.MostEventsPerMinute);
        Write(json, "mostEventsPerDay", definition.MostEventsPerDay);
        Write(json, "mostListed", definition.MostListed);
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, DataQualityReport reading)
    {
        json.WriteStartObject("reading");
        Write(json, "rowsRead", reading.RowsRead);
        Write(json, "accepted", reading.Accepted);
        Write(json, "rejected", reading.Rejected);
        WriteList(json, "rejectedByReason", reading.RejectedByReason, WriteReason);
        WriteList(json, "firstRejected", reading.FirstRejected, WriteRow);
        Write(json, "duplicates", reading.Duplicates);
        Write(json, "droppedDuplicates", reading.DroppedDuplicates);
        Write(json, "late", reading.Late);
        Write(json, "skipped", reading.Skipped);
        Write(json, "furtherEvents", reading.FurtherEvents);
        Write(json, "sourceRows", reading.SourceRows);
        Write(json, "collapsed", reading.Collapsed);
        Write(json, "brokenChanges", reading.BrokenChanges);
        Write(json, "linkedIds", reading.LinkedIds);
        Write(json, "identityConflicts", reading.IdentityConflicts);
        WriteList(json, "firstIdentityConflicts", reading.FirstIdentityConflicts, WriteConflict);
        WriteList(json, "sourceCounts", reading.SourceCounts, WriteName);
        Write(json, "blankLines", reading.BlankLines);
        WriteTexts(json, "absentColumns", reading.AbsentColumns);
        Write(json, "unknownEvents", reading.UnknownEvents);
        WriteList(json, "unknownEventNames", reading.UnknownEventNames, WriteName);
        Write(json, "unknownTouchpoints", reading.UnknownTouchpoints);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, NameCount name)
    {
        Write(json, "name", name.Name);
        Write(json, "count", name.Count);
    }

    private static void WriteGap(Utf8JsonWriter json, TrackingGap gap)
    {
        Write(json, "first", gap.First.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "last", gap.Last.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "days", gap.Days);
    }

    private static void WriteBot(Utf8JsonWriter json, SuspectedBot bot)
    {
        Write(json, "customer", bot.Customer);
        Write(json, "events", bot.Events);
        Write(json, "mostInOneMinute", bot.MostInOneMinute);
        Write(json, "mostInOneDay", bot.MostInOneDay);
    }

    private static void WriteReason(Utf8JsonWriter json, RejectionCount reason)
    {
        Write(json, "column", reason.Column);
        Write(json, "reason", reason.Reason);
        Write(json, "rows", reason.Rows);
    }

    private static void WriteRow(Utf8JsonWriter json, RejectedRow row)
    {
        Write(json, "source", row.Source);
        Write(json, "line", row.Line);
        Write(json, "column", row.Column);
        Write(json, "value", row.Value);
        Write(json, "reason", row.Reason);
    }

    private static void WriteConflict(Utf8JsonWriter json, IdentityConflict conflict)
    {
        Write(json, "id", conflict.Id);
        Write(json, "customer", conflict.Customer);
        WriteTexts(json, "others", conflict.Others);
        Write(json, "otherCount", conflict.OtherCount);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is long value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is double value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, JsonText.Valid(text));
        else json.WriteNull(name);
    }

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
