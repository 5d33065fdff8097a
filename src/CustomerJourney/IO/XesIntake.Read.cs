using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>From attributes to the name, the times and the numbers of an event.</content>
internal sealed partial class XesIntake
{
    /// <summary>The first value that is read and longer than allowed.</summary>
    private XesFault? TooLong(XesRecord record, XesAttributes attributes)
    {
        if (record.Bytes <= _limits.FieldBytes) return null;
        foreach (XesAttribute attribute in record.Attributes)
        {
            if (Encoding.UTF8.GetByteCount(attribute.Value) > _limits.FieldBytes && (attributes.IsRead(attribute.Key) || IsInName(attribute.Key)))
                return new XesFault(attribute.Key, attribute.Value, _limits.FieldTooLong);
        }

        return null;
    }

    private bool IsInName(string key) => _format.Classifier is { } classifier && (_nameKeys ??= _header.KeysOf(classifier, _source)).Contains(key);

    /// <summary>Reads an event; gives the first thing that is wrong with it.</summary>
    private XesFault? Read(XesRecord record) => ReadName(record) ?? ReadFacts(record);

    /// <summary>Reads all but the name.</summary>
    private XesFault? ReadFacts(XesRecord record)
    {
        record.Row = new EventRow();
        record.HasRoundedAmount = false;
        return ReadTimes(record) ?? ReadNumbers(record);
    }

    private XesFault? ReadName(XesRecord record)
    {
        if (_format.Classifier is null)
        {
            string? name = record.Find(_format.Event);
            if (string.IsNullOrEmpty(name)) return new XesFault(_format.Event, "", name is null ? "is missing; XesFormat.Event names the attribute" : "is empty");
            record.Name = record.Activity = name;
            return null;
        }

        _nameKeys ??= _header.KeysOf(_format.Classifier, _source);
        if (_nameKeys.All(key => string.IsNullOrEmpty(record.Find(key)))) return new XesFault(_format.Classifier, "", "is empty: the event has none of the classifier's keys");
        record.Name = string.Join('+', _nameKeys.Select(record.Find));
        record.Activity = string.Join('+', _nameKeys.Where(key => key != XesKeys.Transition).Select(record.Find));
        return null;
    }

    private XesFault? ReadTimes(XesRecord record)
    {
        if (record.Find(_format.Time) is not { } time) return new XesFault(_format.Time, "", "is missing; XesFormat.Time names the attribute");
        if (time.Length == 0) return new XesFault(_format.Time, "", "is empty");
        if (!_times.TryParse(Utf8(time), out record.Row.At, out string? reason)) return new XesFault(_format.Time, time, reason!);
        if (_format.StartedAt is not null && record.Find(_format.StartedAt) is { Length: > 0 } start)
        {
            if (!_times.TryParse(Utf8(start), out record.Row.StartedAt, out reason)) return new XesFault(_format.StartedAt, start, reason!);
            if (record.Row.StartedAt > record.Row.At) return new XesFault(_format.StartedAt, start, "lies after the time of the event; an event begins before it ends");
        }

        if (_format.RecordedAt is not null && record.Find(_format.RecordedAt) is { Length: > 0 } recorded
            && !_times.TryParse(Utf8(recorded), out record.Row.RecordedAt, out reason)) return new XesFault(_format.RecordedAt, recorded, reason!);
        return null;
    }

    private XesFault? ReadNumbers(XesRecord record)
    {
        ref EventRow row = ref record.Row;
        if (_format.Sequence is not null && record.Find(_format.Sequence) is { Length: > 0 } sequence
            && !NumberParser.TrySequence(Utf8(sequence), out row.Sequence)) return new XesFault(_format.Sequence, sequence, NumberParser.NotASequence);
        if (_format.Score is not null && record.Find(_format.Score) is { Length: > 0 } score)
        {
            if (!_numbers.TryScore(Utf8(score), out row.Score)) return new XesFault(_format.Score, score, _numbers.NotAScore);
            row.HasFeedback = true;
            row.FeedbackKind = _format.ScoreKind;
            if (record.Find(XesKeys.ScoreKind) is { Length: > 0 } kind && !ScoreKinds.TryParse(Utf8(kind), out row.FeedbackKind))
                return new XesFault(XesKeys.ScoreKind, kind, ScoreKinds.NotAKind);
        }

        if (_format.Value is not null && record.Find(_format.Value) is { Length: > 0 } value)
        {
            if (_numbers.ReadMoney(Utf8(value), out row.MoneyUnits, out bool isRounded) is { } reason) return new XesFault(_format.Value, value, reason);
            record.HasRoundedAmount = isRounded;
            row.HasMoney = true;
        }

        return null;
    }
}
