using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Writes a log as XES: a trace a customer, an event an event; one that lasts as its start and, right behind it, its completion.</summary>
internal sealed class XesLogWriter
{
    private readonly JourneyLog _log;
    private readonly LogColumns _columns;
    private readonly XesOutput _xml;
    private readonly string[] _eventTypes;
    private readonly string[] _customerTypes;
    private readonly AttributeColumn? _instances;
    private readonly bool _hasPairs;

    private XesLogWriter(JourneyLog log, Stream stream)
    {
        (_log, _columns) = (log, log.Columns);
        _xml = new XesOutput(new TextOutput(stream));
        _eventTypes = [.. _columns.EventAttributes.Select(XesValueType.Of)];
        _customerTypes = [.. _columns.CustomerAttributes.Select(XesValueType.Of)];
        _instances = Array.Find(_columns.EventAttributes, attribute => attribute.Name == XesKeys.Instance);
        _hasPairs = _columns.StartedAt is { } starts && !starts.AsSpan().SequenceEqual(_columns.Ticks);
    }

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(JourneyLog log)
    {
        List<string> problems = XesDocumentProblems.Of(log);
        if (problems.Count > 0) throw new JourneyDefinitionException("The XES document", problems);
    }

    public static Task WriteAsync(JourneyLog log, Stream stream, CancellationToken cancellationToken) => new XesLogWriter(log, stream).WriteAsync(cancellationToken);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        WriteHeader();
        ExportRows rows = new(_log);
        bool hasRow = rows.Next(progress: null, cancellationToken);
        for (int customer = 0; customer < _log.CustomerCount; customer++)
        {
            _xml.Open("trace", depth: 1);
            _xml.Attribute("string", XesKeys.Name, _log.CustomerArray[customer], depth: 2);
            WriteAttributes(_columns.CustomerAttributes, _customerTypes, customer, depth: 2);
            while (hasRow && rows.Customer == customer)
            {
                WriteEvent(rows);
                await _xml.Output.FlushPieceAsync(cancellationToken).ConfigureAwait(false);
                hasRow = rows.Next(progress: null, cancellationToken);
            }

            _xml.Close("trace", depth: 1);
            await _xml.Output.FlushPieceAsync(cancellationToken).ConfigureAwait(false);
        }

        _xml.Line("</log>"u8);
        await _xml.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private void WriteHeader()
    {
        _xml.Line("""<?xml version="1.0" encoding="UTF-8"?>"""u8);
        _xml.Line("""<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">"""u8);
        foreach ((string name, string prefix, string address) in Extensions()) _xml.Extension(name, prefix, address);
        _xml.Line("""	<global scope="trace">"""u8);
        _xml.Attribute("string", XesKeys.Name, "", depth: 2);
        _xml.Close("global", depth: 1);
        _xml.Line("""	<global scope="event">"""u8);
        _xml.Attribute("string", XesKeys.Name, "", depth: 2);
        _xml.Instant(XesKeys.Time, DateTime.UnixEpoch.Ticks, depth: 2);
        _xml.Close("global", depth: 1);
        _xml.Line("""	<classifier name="Event" scope="event" keys="concept:name"/>"""u8);
    }

    /// <summary>The extensions whose keys occur.</summary>
    private IEnumerable<(string Name, string Prefix, string Address)> Extensions()
    {
        (string Name, string Prefix)[] standard = [("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle"), ("Organizational", "org"), ("Identity", "identity"), ("Cost", "cost")];
        foreach ((string name, string prefix) in standard)
        {
            bool occurs = prefix is "concept" or "time" || (prefix == "lifecycle" && _hasPairs) || (prefix == "identity" && _columns.Ids is not null)
                || _columns.EventAttributes.Concat(_columns.CustomerAttributes).Any(attribute => attribute.Name.StartsWith($"{prefix}:", StringComparison.Ordinal));
            if (occurs) yield return (name, prefix, $"http://www.xes-standard.org/{prefix}.xesext");
        }

        if (_columns.Channels is not null || _columns.RecordedAt is not null || _columns.Sequences is not null || _columns.Feedback is not null || _columns.Money is not null)
            yield return ("CustomerJourney", XesKeys.Prefix, XesKeys.ExtensionAddress);
    }

    private void WriteEvent(ExportRows row)
    {
        int position = row.Position;
        long time = _columns.Ticks[position];
        bool lasts = _columns.StartedAt is { } starts && starts[position] < time;
        if (lasts)
        {
            Begin(row.EventName, _columns.StartedAt![position], XesKeys.Start);
            if (_instances is not null && ExportRows.ValueOf(_instances, position) is { } instance) _xml.Attribute(_eventTypes[Array.IndexOf(_columns.EventAttributes, _instances)], XesKeys.Instance, instance, depth: 3);
            _xml.Close("event", depth: 2);
        }

        Begin(row.EventName, time, lasts ? XesKeys.Complete : null);
        WriteFacts(row);
        WriteAttributes(_columns.EventAttributes, _eventTypes, position, depth: 3);
        _xml.Close("event", depth: 2);
    }

    private void Begin(string name, long time, string? transition)
    {
        _xml.Open("event", depth: 2);
        _xml.Attribute("string", XesKeys.Name, name, depth: 3);
        _xml.Instant(XesKeys.Time, time, depth: 3);
        Text(XesKeys.Transition, transition);
    }

    private void WriteFacts(ExportRows row)
    {
        int position = row.Position;
        if (_columns.Ids?[position] is { } id) _xml.Attribute(XesValueType.IsGuid(id) ? "id" : "string", XesKeys.Id, id, depth: 3);
        if (_columns.RecordedAt is { } recorded && recorded[position] != EventRow.None) _xml.Instant(XesKeys.RecordedAt, recorded[position], depth: 3);
        if (_columns.Sequences is { } sequences && sequences[position] != EventRow.None)
            _xml.Attribute("int", XesKeys.Sequence, sequences[position].ToString(CultureInfo.InvariantCulture), depth: 3);
        Text(XesKeys.Channel, row.Channel);
        if (row.Answer >= 0)
        {
            FeedbackColumn feedback = _columns.Feedback!;
            _xml.Attribute("float", XesKeys.Score, feedback.Scores[row.Answer].ToString("R", CultureInfo.InvariantCulture), depth: 3);
            Text(XesKeys.ScoreKind, ScoreKinds.NameOf(feedback.Kinds[row.Answer]));
            Text(XesKeys.Question, feedback.Question(row.Answer));
            Text(XesKeys.About, feedback.AboutName(row.Answer));
        }

        if (row.Amount >= 0)
        {
            _xml.Attribute("float", XesKeys.Value, MoneyUnits.ToDecimal(_columns.Money!.Units[row.Amount]).ToString(CultureInfo.InvariantCulture), depth: 3);
            Text(XesKeys.Currency, _columns.Money.Currency(row.Amount));
        }
    }

    private void Text(string key, string? value)
    {
        if (value is not null) _xml.Attribute("string", key, value, depth: 3);
    }

    private void WriteAttributes(AttributeColumn[] attributes, string[] types, int index, int depth)
    {
        for (int attribute = 0; attribute < attributes.Length; attribute++)
        {
            if (ExportRows.ValueOf(attributes[attribute], index) is { } value) _xml.Attribute(types[attribute], attributes[attribute].Name, value, depth);
        }
    }
}
