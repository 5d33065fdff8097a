using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Rows that have no more than a customer, an event, a time and perhaps a channel, which most rows of large files are: each field is fetched once.</content>
internal sealed partial class RowIntake<TFields>
{
    private readonly bool _mayBePlain;
    private readonly RecentNames _eventCodes;
    private readonly RecentNames _channelCodes;

    /// <summary>Whether a mapping reads nothing from rows without a score that a plain row does not have.</summary>
    private bool MayBePlain() =>
        _hasEvent && _filters.Length == 0 && _dates.Length == 0 && _eventAttributes.Length == 0 && _customerAttributes.Length == 0
        && _prefix.Length == 0 && _previous is null && _earlierStages < 0 && !_links && !_builder.KeepsLines
        && _plan is { EventDetails.Length: 0, SequenceDetails.Length: 0 }
        && _plan.StartedAt.IsNone && _plan.RecordedAt.IsNone && _plan.Id.IsNone && _plan.Sequence.IsNone && _plan.Value.IsNone
        && _plan.Customer.Others is null && _plan.Event.Others is null && _plan.Time.Others is null && _plan.Channel.Others is null && _plan.Score.Others is null;

    /// <summary>Takes a plain row. Any other one, and any with a name that is new or something wrong, is left for the long way, which knows what to do.</summary>
    private bool TryAddPlain(in TFields fields)
    {
        if (!_plan.Score.IsNone && !fields.Get(_plan.Score.First).IsEmpty) return false;
        ReadOnlySpan<byte> customer = fields.Get(_plan.Customer.First), name = fields.Get(_plan.Event.First);
        if (customer.IsEmpty || name.IsEmpty || !fields.IsUtf8 || fields.Fault(out _) is not null) return false;
        if (fields.TryGetTicks(_plan.Time.First, out long ticks, out _) || !_times.TryParse(fields.Get(_plan.Time.First), out ticks, out _)) return false;
        int code = _eventCodes.GetOrAdd(name), channel = -1;
        if (!_plan.Channel.IsNone && fields.Get(_plan.Channel.First) is { Length: > 0 } channelName) channel = _channelCodes.GetOrAdd(channelName);
        if (_builder.NeedsLine) return false;
        _builder.Add(customer, code, channel, ticks);
        return true;
    }
}
