using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Takes rows of any source into a <see cref="LogBuilder"/> as a mapping says: bytes to codes, no string a row. What cannot be read is rejected with its line, column and reason.</summary>
/// <typeparam name="TFields">How the source gives its fields.</typeparam>
internal sealed partial class RowIntake<TFields>
    where TFields : struct, IRowFields
{
    private readonly ColumnPlan _plan;
    private readonly LogBuilder _builder;
    private readonly TimeParser _times;
    private readonly NumberParser _numbers;
    private readonly FeedbackKind _scoreKind;
    private readonly AttributeCell[] _eventAttributes;
    private readonly AttributeCell[] _customerAttributes;
    private readonly RowTest[] _filters;
    private readonly DateCell[] _dates;
    private readonly bool _hasEvent;

    public RowIntake(ColumnPlan plan, EventMapping mapping, CultureInfo? culture, LogBuilder builder)
    {
        _plan = plan;
        _builder = builder;
        _times = new TimeParser(mapping.TimeFormat);
        _numbers = new NumberParser(culture, mapping.RoundAmounts, $"{nameof(EventMapping)}.{nameof(mapping.RoundAmounts)}");
        _scoreKind = mapping.ScoreKind;
        Dictionary<string, string> names = mapping.AttributeNames.ToDictionary(name => name.Column, name => name.Name, StringComparer.Ordinal);
        _eventAttributes = [.. mapping.EventAttributes.Select((column, index) => new AttributeCell(plan.EventAttributes[index], builder.EventAttribute(names.GetValueOrDefault(column, column))))];
        _customerAttributes = [.. mapping.CustomerAttributes.Select((column, index) => new AttributeCell(plan.CustomerAttributes[index], builder.CustomerAttribute(names.GetValueOrDefault(column, column))))];
        _previous = mapping.Previous is null ? null : new AttributeCell(plan.Previous, builder.EventAttribute(names.GetValueOrDefault(mapping.Previous, mapping.Previous)));
        _earlierStages = mapping.PresentStageOnly ? builder.EventAttribute(EventMapping.EarlierStagesAttribute) : -1;
        _filters = [.. mapping.Filters.Select((filter, index) => new RowTest(plan.Filters[index], filter))];
        _dates = [.. plan.Dates.Select(date => new DateCell(date.Places, Encoding.UTF8.GetBytes(date.Event)))];
        _hasEvent = !plan.Event.IsNone;
        _prefix = Encoding.UTF8.GetBytes(mapping.EventPrefix ?? "");
        _separator = Encoding.UTF8.GetBytes(mapping.EventSeparator);
        _links = !plan.Anonymous.IsNone || !plan.Alias.IsNone;
        _aliasWhen = mapping.AliasWhen is null ? null : new RowTest(plan.AliasWhen, mapping.AliasWhen);
        builder.CollapsesRepeats |= mapping.CollapseRepeats;
        _eventCodes = new RecentNames(builder.EventNames);
        _channelCodes = new RecentNames(builder.ChannelNames);
        _mayBePlain = MayBePlain();
    }

    /// <summary>Takes one row: an event or several, a rejected row, or one that the mapping leaves out.</summary>
    public void Add(in TFields fields)
    {
        if (_mayBePlain && TryAddPlain(fields)) return;
        foreach (RowTest filter in _filters)
        {
            if (filter.Passes(fields)) continue;
            _builder.Skip();
            return;
        }

        if (fields.Fault(out int faulty) is { } fault)
        {
            Reject(fields, faulty, fault);
            return;
        }

        if (_dates.Length > 0)
        {
            AddDates(fields);
            return;
        }

        // Everything is checked before the first name is kept: a rejected row leaves nothing behind.
        EventRow row = new();
        if (!CheckCustomer(fields) || !CheckEvent(fields) || !CheckText(fields) || !ReadTimes(fields, ref row) || !ReadShared(fields, ref row) || !ReadNumbers(fields, ref row)) return;
        KeepEvent(fields, ref row);
    }

    private bool CheckCustomer(in TFields fields) => CheckFilled(fields, _plan.Customer);

    private bool CheckEvent(in TFields fields) => CheckFilled(fields, _plan.Event);

    private bool CheckFilled(in TFields fields, in ColumnPlaces places)
    {
        if (!places.TextIn(fields).IsEmpty) return true;
        string others = places.Others is null ? "" : $", and so is what stands in for it: {string.Join(", ", places.Others.Select(place => $"'{_plan.NameOf(place)}'"))}";
        return Reject(fields, places.First, $"is empty{others}");
    }

    private bool CheckText(in TFields fields)
    {
        if (fields.IsUtf8) return true;
        foreach (int place in _plan.Names)
        {
            if (!Utf8.IsValid(fields.Get(place))) return Reject(fields, place, TFields.NotUtf8);
        }

        return true;
    }

    private bool ReadTimes(in TFields fields, ref EventRow row)
    {
        int time = _plan.Time.In(fields);
        if (!TryReadTime(fields, time, out row.At, out string? reason)) return CheckFilled(fields, _plan.Time) && Reject(fields, time, reason!);
        if (TryFind(fields, _plan.StartedAt, out int start))
        {
            if (!TryReadTime(fields, start, out row.StartedAt, out reason)) return Reject(fields, start, reason!);
            if (row.StartedAt > row.At) return Reject(fields, start, "lies after the time of the event; an event begins before it ends");
        }

        return true;
    }

    /// <summary>Reads what all events of a row share.</summary>
    private bool ReadShared(in TFields fields, ref EventRow row)
    {
        if (TryFind(fields, _plan.RecordedAt, out int recorded)
            && !TryReadTime(fields, recorded, out row.RecordedAt, out string? reason)) return Reject(fields, recorded, reason!);
        if (TryFind(fields, _plan.Sequence, out int sequence)
            && !NumberParser.TrySequence(fields.Get(sequence), out row.Sequence)) return Reject(fields, sequence, NumberParser.NotASequence);
        foreach (ColumnPlaces detail in _plan.SequenceDetails)
        {
            if (TryFind(fields, detail, out int place) && !NumberParser.TrySequence(fields.Get(place), out _)) return Reject(fields, place, NumberParser.NotASequence);
        }

        return true;
    }

    private bool TryReadTime(in TFields fields, int place, out long ticks, out string? reason)
    {
        if (!fields.TryGetTicks(place, out ticks, out bool isWallClock)) return _times.TryParse(fields.Get(place), out ticks, out reason);
        reason = null;
        return !isWallClock || _times.TryFromWallClock(ref ticks, out reason);
    }

    /// <summary>Reads the numbers of a row; last, because the row is kept then.</summary>
    private bool ReadNumbers(in TFields fields, ref EventRow row)
    {
        if (TryFind(fields, _plan.Score, out int score))
        {
            if (!_numbers.TryScore(fields.Get(score), out row.Score)) return Reject(fields, score, _numbers.NotAScore);
            row.HasFeedback = true;
            row.FeedbackKind = _scoreKind;
            if (TryFind(fields, _plan.ScoreKind, out int kind) && !ScoreKinds.TryParse(fields.Get(kind), out row.FeedbackKind)) return Reject(fields, kind, ScoreKinds.NotAKind);
        }

        if (TryFind(fields, _plan.Value, out int value))
        {
            if (_numbers.ReadMoney(fields.Get(value), out row.MoneyUnits, out bool isRounded) is { } reason) return Reject(fields, value, reason);
            if (isRounded) _builder.RoundedAmounts++;
            row.HasMoney = true;
        }

        return true;
    }

    /// <summary>Finds where a row has something for a column of the mapping.</summary>
    private static bool TryFind(in TFields fields, in ColumnPlaces places, out int place)
    {
        place = -1;
        if (places.IsNone) return false;
        place = places.In(fields);
        return !fields.Get(place).IsEmpty;
    }

    private static int Code(in TFields fields, NameTable names, in ColumnPlaces places) => places.TextIn(fields) is { Length: > 0 } name ? names.GetOrAdd(name) : -1;

    private bool Reject(in TFields fields, int place, string reason)
    {
        _builder.Reject(fields.Line, _plan.NameOf(place), ListedText.Of(fields.Get(place)), reason);
        return false;
    }

    private readonly record struct AttributeCell(ColumnPlaces Places, int Attribute);
}
