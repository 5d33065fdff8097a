using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>
/// Pairs of start and completion. A completion belongs to the first open start before it in the trace that has the same activity and the same <c>concept:instance</c> (or none, as it has none)
/// and does not lie later in time. Place in the document decides, not time, because it is what XES orders the events of a trace by.
/// While a start is open, what follows is held back, so that events keep their order whether its completion comes or not.
/// </content>
internal sealed partial class XesIntake
{
    private readonly List<XesRecord> _held = [];
    private readonly Dictionary<(string Activity, string? Instance), Queue<XesRecord>> _open = [];
    private int _nextHeld;
    private long _pairs;
    private long _startsAlone;
    private long _completionsAlone;

    /// <summary>What became of starts and completions.</summary>
    public IReadOnlyList<NameCount> Counts =>
    [
        .. XesWalk.Counted("starts joined with their completion", _pairs),
        .. XesWalk.Counted("starts without a completion, kept", _startsAlone),
        .. XesWalk.Counted("completions without a start, kept", _completionsAlone),
    ];

    private void Place(XesRecord record, string transition)
    {
        if (transition.Equals(XesKeys.Start, StringComparison.OrdinalIgnoreCase))
        {
            (string, string?) key = (record.Activity, record.Find(XesKeys.Instance));
            if (!_open.TryGetValue(key, out Queue<XesRecord>? starts)) _open[key] = starts = new();
            record.State = XesRecordState.Waiting;
            starts.Enqueue(record);
            _held.Add(record);
            return;
        }

        if (transition.Equals(XesKeys.Complete, StringComparison.OrdinalIgnoreCase))
        {
            if (_open.TryGetValue((record.Activity, record.Find(XesKeys.Instance)), out Queue<XesRecord>? starts)
                && starts.TryPeek(out XesRecord? start) && start.Row.At <= record.Row.At) Join(starts.Dequeue(), record);
            else _completionsAlone++;
        }

        Hand(record);
    }

    /// <summary>Makes one event of two: the completion with its own attributes, and those that only the start has.</summary>
    private void Join(XesRecord start, XesRecord completion)
    {
        completion.Remove(XesKeys.Transition);
        start.Remove(XesKeys.Transition);
        completion.AddMissing(start.Attributes);
        ReadFacts(completion);
        completion.Row.StartedAt = start.Row.At;
        start.State = XesRecordState.Joined;
        _pairs++;
    }

    /// <summary>Keeps an event, behind those that are held back.</summary>
    private void Hand(XesRecord record)
    {
        if (_held.Count == 0)
        {
            Keep(record);
            return;
        }

        _held.Add(record);
        Release();
    }

    /// <summary>Keeps what is held back, up to the first start that is open.</summary>
    private void Release()
    {
        for (; _nextHeld < _held.Count && _held[_nextHeld].State != XesRecordState.Waiting; _nextHeld++)
        {
            XesRecord record = _held[_nextHeld];
            if (record.State == XesRecordState.Ready) Keep(record);
            else _free.Push(record);
        }

        if (_nextHeld < _held.Count) return;
        _held.Clear();
        _nextHeld = 0;
    }

    /// <summary>No completion follows any more.</summary>
    private void EndPairs()
    {
        if (_open.Count == 0) return;
        for (int place = _nextHeld; place < _held.Count; place++)
        {
            XesRecord record = _held[place];
            if (record.State != XesRecordState.Waiting) continue;
            record.State = XesRecordState.Ready;
            _startsAlone++;
        }

        Release();
        _open.Clear();
    }
}
