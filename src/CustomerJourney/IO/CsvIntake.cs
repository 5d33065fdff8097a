using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes the records of a <see cref="CsvReader"/> into a <see cref="LogBuilder"/>: bytes to codes, no string a row.</summary>
internal sealed partial class CsvIntake
{
    private const string Empty = "is empty";

    private readonly CsvReader _reader;
    private readonly ColumnPlan _plan;
    private readonly LogBuilder _builder;
    private readonly TimeParser _times;
    private readonly NumberParser _numbers;
    private readonly FeedbackKind _scoreKind;
    private readonly byte _quote;
    private readonly AttributeCell[] _eventAttributes;
    private readonly AttributeCell[] _customerAttributes;

    public CsvIntake(CsvReader reader, ColumnPlan plan, EventMapping mapping, CsvFormat format, LogBuilder builder)
    {
        _reader = reader;
        _plan = plan;
        _builder = builder;
        _times = new TimeParser(mapping.TimeFormat);
        _numbers = new NumberParser(format.Culture);
        _scoreKind = mapping.ScoreKind;
        _quote = (byte)format.Quote;
        _eventAttributes = [.. mapping.EventAttributes.Select((name, index) => new AttributeCell(plan.EventAttributes[index], builder.EventAttribute(name)))];
        _customerAttributes = [.. mapping.CustomerAttributes.Select((name, index) => new AttributeCell(plan.CustomerAttributes[index], builder.CustomerAttribute(name)))];
    }

    /// <summary>Takes the current record: an event, or a rejected row.</summary>
    /// <param name="malformed">Whether the tokenizer met a quote out of place in it.</param>
    public void Add(bool malformed)
    {
        if (_reader.FieldCount < _plan.FieldsNeeded || _reader.FieldCount > _plan.FieldsAllowed || (malformed && HasBadQuotes()))
        {
            RejectShape(malformed);
            return;
        }

        // Everything is checked before the first name is kept: a rejected row leaves nothing behind.
        EventRow row = new();
        ReadOnlySpan<byte> customer = _reader.GetSpan(_plan.Customer), eventName = _reader.GetSpan(_plan.Event);
        if (!CheckNames(customer, eventName) || !ReadTimes(ref row) || !ReadNumbers(ref row)) return;

        row.Customer = _builder.CustomerNames.GetOrAdd(customer);
        row.Event = _builder.EventNames.GetOrAdd(eventName);
        if (_plan.Channel >= 0) row.Channel = Code(_builder.ChannelNames, _plan.Channel);
        if (_plan.Id >= 0 && _reader.GetSpan(_plan.Id) is { Length: > 0 } id) row.Id = Encoding.UTF8.GetString(id);
        if (row.HasFeedback)
        {
            if (_plan.Question >= 0) row.Question = Code(_builder.Questions, _plan.Question);
            if (_plan.About >= 0) row.About = Code(_builder.AboutNames, _plan.About);
        }

        if (row.HasMoney && _plan.Currency >= 0) row.Currency = Code(_builder.Currencies, _plan.Currency);
        _builder.Add(row, _reader.LineNumber);

        foreach (AttributeCell cell in _eventAttributes)
        {
            if (Code(_builder.EventAttributeValues(cell.Attribute), cell.Place) is >= 0 and int code) _builder.SetEventAttribute(cell.Attribute, code);
        }

        foreach (AttributeCell cell in _customerAttributes)
        {
            if (Code(_builder.CustomerAttributeValues(cell.Attribute), cell.Place) is >= 0 and int code) _builder.SetCustomerAttribute(cell.Attribute, code);
        }
    }

    private bool CheckNames(ReadOnlySpan<byte> customer, ReadOnlySpan<byte> eventName)
    {
        if (customer.IsEmpty) return Reject(_plan.Customer, Empty);
        if (eventName.IsEmpty) return Reject(_plan.Event, Empty);
        ReadOnlySpan<byte> record = _reader.RawRecord;
        if (Ascii.IsValid(record) || Utf8.IsValid(record)) return true;
        foreach (int place in _plan.Names)
        {
            if (!Utf8.IsValid(_reader.GetSpan(place))) return Reject(place, "is not valid UTF-8; name the encoding of the file in CsvFormat.Encoding");
        }

        return true;
    }

    private bool ReadTimes(ref EventRow row)
    {
        if (!_times.TryParse(_reader.GetSpan(_plan.Time), out row.At, out string? reason)) return Reject(_plan.Time, reason!);
        if (_plan.StartedAt >= 0 && _reader.GetSpan(_plan.StartedAt) is { Length: > 0 } start)
        {
            if (!_times.TryParse(start, out row.StartedAt, out reason)) return Reject(_plan.StartedAt, reason!);
            if (row.StartedAt > row.At) return Reject(_plan.StartedAt, "lies after the time of the event; an event begins before it ends");
        }

        if (_plan.RecordedAt >= 0 && _reader.GetSpan(_plan.RecordedAt) is { Length: > 0 } recorded
            && !_times.TryParse(recorded, out row.RecordedAt, out reason)) return Reject(_plan.RecordedAt, reason!);
        return true;
    }

    private bool ReadNumbers(ref EventRow row)
    {
        if (_plan.Sequence >= 0 && _reader.GetSpan(_plan.Sequence) is { Length: > 0 } sequence
            && !NumberParser.TrySequence(sequence, out row.Sequence)) return Reject(_plan.Sequence, NumberParser.NotASequence);
        if (_plan.Score >= 0 && _reader.GetSpan(_plan.Score) is { Length: > 0 } score)
        {
            if (!_numbers.TryScore(score, out row.Score)) return Reject(_plan.Score, _numbers.NotAScore);
            row.HasFeedback = true;
            row.FeedbackKind = _scoreKind;
        }

        if (_plan.Value >= 0 && _reader.GetSpan(_plan.Value) is { Length: > 0 } value)
        {
            if (!_numbers.TryMoney(value, out row.MoneyUnits)) return Reject(_plan.Value, _numbers.NotMoney);
            row.HasMoney = true;
        }

        return true;
    }

    private int Code(NameTable names, int place) => _reader.GetSpan(place) is { Length: > 0 } name ? names.GetOrAdd(name) : -1;

    private bool Reject(int place, string reason)
    {
        Reject(place, _reader.GetSpan(place), reason);
        return false;
    }

    private void Reject(int place, ReadOnlySpan<byte> value, string reason) => _builder.Reject(_reader.LineNumber, _plan.NameOf(place), Text(value), reason);

    /// <summary>The text of a value as a report lists it: its beginning, even if the value is megabytes long.</summary>
    private static string Text(ReadOnlySpan<byte> value)
    {
        const int MostBytes = 1024;
        return Encoding.UTF8.GetString(value[..Math.Min(MostBytes, value.Length)]);
    }

    private readonly record struct AttributeCell(int Place, int Attribute);
}
