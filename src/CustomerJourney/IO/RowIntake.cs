using System.Text;
using System.Text.Unicode;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes rows of any source into a <see cref="LogBuilder"/> as a mapping says: bytes to codes, no string a row. What cannot be read is rejected with its line, column and reason.</summary>
/// <typeparam name="TFields">How the source gives its fields.</typeparam>
internal sealed class RowIntake<TFields>
    where TFields : struct, IRowFields
{
    private const string Empty = "is empty";

    private readonly ColumnPlan _plan;
    private readonly LogBuilder _builder;
    private readonly TimeParser _times;
    private readonly NumberParser _numbers;
    private readonly FeedbackKind _scoreKind;
    private readonly AttributeCell[] _eventAttributes;
    private readonly AttributeCell[] _customerAttributes;

    public RowIntake(ColumnPlan plan, EventMapping mapping, NumberParser numbers, LogBuilder builder)
    {
        _plan = plan;
        _builder = builder;
        _times = new TimeParser(mapping.TimeFormat);
        _numbers = numbers;
        _scoreKind = mapping.ScoreKind;
        _eventAttributes = [.. mapping.EventAttributes.Select((name, index) => new AttributeCell(plan.EventAttributes[index], builder.EventAttribute(name)))];
        _customerAttributes = [.. mapping.CustomerAttributes.Select((name, index) => new AttributeCell(plan.CustomerAttributes[index], builder.CustomerAttribute(name)))];
    }

    /// <summary>Takes one row: an event, or a rejected row.</summary>
    public void Add(in TFields fields)
    {
        // Everything is checked before the first name is kept: a rejected row leaves nothing behind.
        EventRow row = new();
        ReadOnlySpan<byte> customer = fields.Get(_plan.Customer), eventName = fields.Get(_plan.Event);
        if (!CheckNames(fields, customer, eventName) || !ReadTimes(fields, ref row) || !ReadNumbers(fields, ref row)) return;

        row.Event = _builder.EventNames.GetOrAdd(eventName);
        if (_plan.Channel >= 0) row.Channel = Code(fields, _builder.ChannelNames, _plan.Channel);
        if (_plan.Id >= 0 && fields.Get(_plan.Id) is { Length: > 0 } id) row.Id = Encoding.UTF8.GetString(id);
        if (row.HasFeedback)
        {
            if (_plan.Question >= 0) row.Question = Code(fields, _builder.Questions, _plan.Question);
            if (_plan.About >= 0) row.About = Code(fields, _builder.AboutNames, _plan.About);
        }

        if (row.HasMoney && _plan.Currency >= 0) row.Currency = Code(fields, _builder.Currencies, _plan.Currency);
        _builder.Add(row, customer, _builder.NeedsLine ? fields.Line : 0);

        foreach (AttributeCell cell in _eventAttributes)
        {
            if (Code(fields, _builder.EventAttributeValues(cell.Attribute), cell.Place) is >= 0 and int code) _builder.SetEventAttribute(cell.Attribute, code);
        }

        foreach (AttributeCell cell in _customerAttributes)
        {
            if (Code(fields, _builder.CustomerAttributeValues(cell.Attribute), cell.Place) is >= 0 and int code) _builder.SetCustomerAttribute(cell.Attribute, code);
        }
    }

    private bool CheckNames(in TFields fields, ReadOnlySpan<byte> customer, ReadOnlySpan<byte> eventName)
    {
        if (customer.IsEmpty) return Reject(fields, _plan.Customer, Empty);
        if (eventName.IsEmpty) return Reject(fields, _plan.Event, Empty);
        if (fields.IsUtf8) return true;
        foreach (int place in _plan.Names)
        {
            if (!Utf8.IsValid(fields.Get(place))) return Reject(fields, place, "is not valid UTF-8; name the encoding of the file in CsvFormat.Encoding");
        }

        return true;
    }

    private bool ReadTimes(in TFields fields, ref EventRow row)
    {
        if (!_times.TryParse(fields.Get(_plan.Time), out row.At, out string? reason)) return Reject(fields, _plan.Time, reason!);
        if (_plan.StartedAt >= 0 && fields.Get(_plan.StartedAt) is { Length: > 0 } start)
        {
            if (!_times.TryParse(start, out row.StartedAt, out reason)) return Reject(fields, _plan.StartedAt, reason!);
            if (row.StartedAt > row.At) return Reject(fields, _plan.StartedAt, "lies after the time of the event; an event begins before it ends");
        }

        if (_plan.RecordedAt >= 0 && fields.Get(_plan.RecordedAt) is { Length: > 0 } recorded
            && !_times.TryParse(recorded, out row.RecordedAt, out reason)) return Reject(fields, _plan.RecordedAt, reason!);
        return true;
    }

    private bool ReadNumbers(in TFields fields, ref EventRow row)
    {
        if (_plan.Sequence >= 0 && fields.Get(_plan.Sequence) is { Length: > 0 } sequence
            && !NumberParser.TrySequence(sequence, out row.Sequence)) return Reject(fields, _plan.Sequence, NumberParser.NotASequence);
        if (_plan.Score >= 0 && fields.Get(_plan.Score) is { Length: > 0 } score)
        {
            if (!_numbers.TryScore(score, out row.Score)) return Reject(fields, _plan.Score, _numbers.NotAScore);
            row.HasFeedback = true;
            row.FeedbackKind = _scoreKind;
        }

        if (_plan.Value >= 0 && fields.Get(_plan.Value) is { Length: > 0 } value)
        {
            if (!_numbers.TryMoney(value, out row.MoneyUnits)) return Reject(fields, _plan.Value, _numbers.NotMoney);
            row.HasMoney = true;
        }

        return true;
    }

    private static int Code(in TFields fields, NameTable names, int place) => fields.Get(place) is { Length: > 0 } name ? names.GetOrAdd(name) : -1;

    private bool Reject(in TFields fields, int place, string reason)
    {
        _builder.Reject(fields.Line, _plan.NameOf(place), ListedText.Of(fields.Get(place)), reason);
        return false;
    }

    private readonly record struct AttributeCell(int Place, int Attribute);
}
