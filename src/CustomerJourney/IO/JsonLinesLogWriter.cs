using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Writes a log as JSON Lines: an object an event, in the order of the log; what an event does not have is left out.</summary>
internal sealed class JsonLinesLogWriter
{
    private const string Attributes = "attributes";
    private const string CustomerAttributes = "customer_attributes";
    private const string Special = @".[]=^\";

    private readonly JourneyLog _log;
    private readonly LogExportOptions _options;
    private readonly LogColumns _columns;
    private readonly EventMapping _mapping;
    private readonly TextOutput _output;

    public JsonLinesLogWriter(JourneyLog log, LogExportOptions options, Stream stream)
    {
        (_log, _options, _columns) = (log, options, log.Columns);
        _output = new TextOutput(stream);
        _mapping = ExportColumns.MappingOf(
            _columns,
            [.. _columns.EventAttributes.Select(attribute => Path(Attributes, attribute.Name))],
            [.. _columns.CustomerAttributes.Select(attribute => Path(CustomerAttributes, attribute.Name))]);
    }

    public async Task<LogExport> WriteAsync(CancellationToken cancellationToken)
    {
        JsonWriterOptions format = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };
        Utf8JsonWriter json = new(_output, format);
        await using (json.ConfigureAwait(false))
        {
            ExportRows rows = new(_log);
            while (rows.Next(_options.Progress, cancellationToken))
            {
                WriteRow(json, rows);
                json.Flush();
                json.Reset();
                _output.Add((byte)'\n');
                await _output.FlushPieceAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return ExportLosses.Count(_log, _mapping, cellsMadeSafe: 0);
    }

    private void WriteRow(Utf8JsonWriter json, ExportRows row)
    {
        int position = row.Position;
        json.WriteStartObject();
        json.WriteString(ExportColumns.Customer, row.CustomerName);
        json.WriteString(ExportColumns.Event, row.EventName);
        WriteInstant(json, ExportColumns.Time, _columns.Ticks[position]);
        if (_columns.StartedAt is { } starts) WriteInstant(json, ExportColumns.StartedAt, starts[position]);
        if (_columns.RecordedAt is { } recorded && recorded[position] != EventRow.None) WriteInstant(json, ExportColumns.RecordedAt, recorded[position]);
        WriteText(json, ExportColumns.Id, _columns.Ids?[position]);
        if (_columns.Sequences is { } sequences && sequences[position] != EventRow.None) json.WriteNumber(ExportColumns.Sequence, sequences[position]);
        WriteText(json, ExportColumns.Channel, row.Channel);
        if (row.Answer >= 0)
        {
            FeedbackColumn feedback = _columns.Feedback!;
            json.WriteNumber(ExportColumns.Score, feedback.Scores[row.Answer]);
            json.WriteString(ExportColumns.ScoreKind, ScoreKinds.NameOf(feedback.Kinds[row.Answer]));
            WriteText(json, ExportColumns.Question, feedback.Question(row.Answer));
            WriteText(json, ExportColumns.About, feedback.AboutName(row.Answer));
        }

        if (row.Amount >= 0)
        {
            json.WriteNumber(ExportColumns.Value, MoneyUnits.ToDecimal(_columns.Money!.Units[row.Amount]));
            WriteText(json, ExportColumns.Currency, _columns.Money.Currency(row.Amount));
        }

        WriteAttributes(json, Attributes, _columns.EventAttributes, position);
        WriteAttributes(json, CustomerAttributes, _columns.CustomerAttributes, row.Customer);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, string name, AttributeColumn[] attributes, int index)
    {
        if (!Array.Exists(attributes, attribute => attribute.Codes[index] >= 0)) return;
        json.WriteStartObject(name);
        foreach (AttributeColumn attribute in attributes) WriteText(json, attribute.Name, ExportRows.ValueOf(attribute, index));
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, long ticks) => json.WriteString(name, new DateTime(ticks, DateTimeKind.Utc));

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    /// <summary>The path of an attribute: keys one after the other, with a backslash before what means something else in paths.</summary>
    private static string Path(string parent, string name)
    {
        StringBuilder path = new(parent);
        path.Append('.');
        foreach (char character in name)
        {
            if (Special.Contains(character, StringComparison.Ordinal)) path.Append('\\');
            path.Append(character);
        }

        return path.ToString();
    }
}
