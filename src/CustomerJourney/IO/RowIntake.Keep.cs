using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Keeping what was checked: names into codes, the event into the builder, and what belongs to it.</content>
internal sealed partial class RowIntake<TFields>
{
    private const char IdSeparator = '\u001F';

    private readonly AttributeCell? _previous;
    private readonly int _earlierStages;
    private readonly RowTest? _aliasWhen;

    /// <summary>Whether rows link ids, for which the code of the customer is needed at once.</summary>
    private readonly bool _links;
    private readonly byte[] _prefix;
    private readonly byte[] _separator;
    private byte[] _name = new byte[256];

    /// <summary>Keeps the event that the columns of event and time give.</summary>
    private void KeepEvent(in TFields fields, ref EventRow row)
    {
        row.Event = _builder.EventNames.GetOrAdd(EventName(fields));
        if (row.HasFeedback)
        {
            row.Question = Code(fields, _builder.Questions, _plan.Question);
            row.About = Code(fields, _builder.AboutNames, _plan.About);
        }

        if (row.HasMoney) row.Currency = Code(fields, _builder.Currencies, _plan.Currency);
        Keep(fields, ref row, column: null);
        if (_previous is { } previous)
        {
            int old = Code(fields, _builder.EventAttributeValues(previous.Attribute), previous.Places);
            if (old >= 0) _builder.SetEventAttribute(previous.Attribute, old);
            _builder.SetChange(Code(fields, _builder.States, previous.Places), Code(fields, _builder.States, _plan.Event));
        }

        if (_earlierStages >= 0) _builder.SetEventAttribute(_earlierStages, _builder.EventAttributeValues(_earlierStages).GetOrAdd("unknown"u8));
    }

    /// <summary>Keeps an event, with what all events of a row share.</summary>
    private void Keep(in TFields fields, ref EventRow row, string? column)
    {
        row.Channel = Code(fields, _builder.ChannelNames, _plan.Channel);
        row.Id = IdOf(fields, column);
        long line = _builder.NeedsLine ? fields.Line : 0;
        if (_links)
        {
            row.Customer = Code(fields, _builder.CustomerNames, _plan.Customer);
            _builder.Add(row, line);
        }
        else
        {
            _builder.Add(row, _plan.Customer.TextIn(fields), line);
        }

        for (int detail = 0; detail < _plan.SequenceDetails.Length; detail++)
        {
            if (TryFind(fields, _plan.SequenceDetails[detail], out int place) && NumberParser.TrySequence(fields.Get(place), out long number)) _builder.SetSequenceDetail(detail, number);
        }

        foreach (AttributeCell cell in _eventAttributes)
        {
            if (Code(fields, _builder.EventAttributeValues(cell.Attribute), cell.Places) is >= 0 and int code) _builder.SetEventAttribute(cell.Attribute, code);
        }

        foreach (AttributeCell cell in _customerAttributes)
        {
            if (Code(fields, _builder.CustomerAttributeValues(cell.Attribute), cell.Places) is >= 0 and int code) _builder.SetCustomerAttribute(cell.Attribute, code);
        }

        if (!_links) return;
        if (Code(fields, _builder.CustomerNames, _plan.Anonymous) is >= 0 and int anonymous) _builder.LinkAnonymous(anonymous, row.Customer, row.At);
        if (!_plan.Alias.IsNone && _aliasWhen?.Passes(fields) != false
            && Code(fields, _builder.CustomerNames, _plan.Alias) is >= 0 and int alias) _builder.LinkAlias(alias, row.Customer);
    }

    private ReadOnlySpan<byte> EventName(in TFields fields)
    {
        ReadOnlySpan<byte> name = _plan.Event.TextIn(fields);
        if (_prefix.Length == 0 && _plan.EventDetails.Length == 0) return name;
        int length = 0;
        Append(_prefix, ref length);
        Append(name, ref length);
        foreach (ColumnPlaces detail in _plan.EventDetails)
        {
            ReadOnlySpan<byte> text = detail.TextIn(fields);
            if (text.IsEmpty) continue;
            Append(_separator, ref length);
            Append(text, ref length);
        }

        return _name.AsSpan(0, length);
    }

    private void Append(ReadOnlySpan<byte> text, ref int length)
    {
        if (length + text.Length > _name.Length) Array.Resize(ref _name, Math.Max(2 * _name.Length, length + text.Length));
        text.CopyTo(_name.AsSpan(length));
        length += text.Length;
    }

    /// <summary>The id of an event; <see langword="null"/> where the row has none.</summary>
    private string? IdOf(in TFields fields, string? column)
    {
        ReadOnlySpan<byte> text = _plan.Id.TextIn(fields);
        if (text.IsEmpty) return null;
        string id = Encoding.UTF8.GetString(text);
        foreach (ColumnPlaces detail in _plan.IdDetails) id = $"{id}{IdSeparator}{Encoding.UTF8.GetString(detail.TextIn(fields))}";
        return column is null ? id : $"{id}{IdSeparator}{column}";
    }
}
