using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>
/// The evidence of a map compiled for the codes of a log: which touchpoints each event may stand for, and which stage follows
/// from that and from the stage before. One table look-up an event.
/// </summary>
internal sealed class StageEvidence : StageReading
{
    /// <summary>The candidates of events that the map does not know.</summary>
    public const int NoCandidates = 0;

    private readonly Touchpoint[] _touchpoints;
    private readonly List<int[]> _candidates = [[]];
    private readonly int[] _candidatesOfEvent;
    private readonly int[]?[] _candidatesOfChannel;
    private readonly Move[] _moves;

    public StageEvidence(Journey journey, LogSchema schema)
    {
        _touchpoints = [.. journey.Touchpoints];
        StageCount = journey.Stages.Count;
        _candidatesOfEvent = new int[schema.Events.Count];
        _candidatesOfChannel = new int[]?[schema.Events.Count];
        Dictionary<string, int> known = new(StringComparer.Ordinal) { [""] = NoCandidates };
        for (int code = 0; code < _candidatesOfEvent.Length; code++)
        {
            string name = schema.Events[code];
            _candidatesOfEvent[code] = Intern(known, BoundTo(name, null));
            HasEvidenceByChannel |= FillChannels(known, code, name, schema);
        }

        _moves = CompileMoves();
    }

    public int StageCount { get; }

    /// <summary>Whether some evidence holds on some channels only, so that channels must be looked at.</summary>
    public bool HasEvidenceByChannel { get; }

    public ReadOnlySpan<int> CandidatesOfEvents => _candidatesOfEvent;

    /// <summary>For each stage before and each set of candidates, what follows. A customer begins in the row <see cref="StartRow"/>; the next row is that of the move.</summary>
    public ReadOnlySpan<Move> Moves => _moves;

    /// <summary>Where the moves of customers begin who are in no stage yet.</summary>
    public int StartRow => StageCount * _candidates.Count;

    public int CandidatesOf(ushort eventCode, byte channel) =>
        channel != LogSchema.NoChannel && _candidatesOfChannel[eventCode] is { } byChannel ? byChannel[channel] : _candidatesOfEvent[eventCode];

    public override int TouchpointOf(ushort eventCode, byte channel, byte stage)
    {
        foreach (int touchpoint in _candidates[CandidatesOf(eventCode, channel)])
        {
            if (_touchpoints[touchpoint].Stage.Position == stage) return touchpoint;
        }

        return -1;
    }

    /// <summary>Evidence on a named channel goes before evidence on any channel.</summary>
    private bool FillChannels(Dictionary<string, int> known, int code, string name, LogSchema schema)
    {
        bool any = false;
        for (int channel = 0; channel < schema.Channels.Count; channel++)
        {
            int[] bound = BoundTo(name, schema.Channels[channel]);
            if (bound.Length == 0) continue;
            if (_candidatesOfChannel[code] is null)
            {
                _candidatesOfChannel[code] = new int[schema.Channels.Count];
                Array.Fill(_candidatesOfChannel[code]!, _candidatesOfEvent[code]);
            }

            _candidatesOfChannel[code]![channel] = Intern(known, bound);
            any = true;
        }

        return any;
    }

    private int[] BoundTo(string name, string? channel) =>
    [
        .. Enumerable.Range(0, _touchpoints.Length)
            .Where(touchpoint => _touchpoints[touchpoint].EventBindings.Any(binding => binding.Event == name && binding.Channel == channel)),
    ];

    private int Intern(Dictionary<string, int> known, int[] touchpoints)
    {
        string key = string.Join(',', touchpoints);
        if (known.TryGetValue(key, out int set)) return set;
        known.Add(key, _candidates.Count);
        _candidates.Add(touchpoints);
        return _candidates.Count - 1;
    }

    private Move[] CompileMoves()
    {
        int sets = _candidates.Count;
        Move[] moves = new Move[(StageCount + 1) * sets];
        for (int before = 0; before <= StageCount; before++)
        {
            for (int set = 0; set < sets; set++)
            {
                int[] stages = [.. _candidates[set].Select(touchpoint => _touchpoints[touchpoint].Stage.Position)];
                byte stage = Resolve(stages, before);
                moves[(before * sets) + set] = new Move(stage, sets * (stage == LogSchema.NoStage ? before : stage));
            }
        }

        return moves;
    }

    /// <summary>The stage that the customer was in, if the event is evidence for it; else the next later one; else the nearest earlier one. At the start, the earliest.</summary>
    private byte Resolve(int[] stages, int before)
    {
        if (stages.Length == 0) return LogSchema.NoStage;
        if (before == StageCount) return (byte)stages.Min();
        if (stages.Contains(before)) return (byte)before;
        int[] later = [.. stages.Where(stage => stage > before)];
        return (byte)(later.Length > 0 ? later.Min() : stages.Max());
    }

    /// <summary>What an event does to a customer in a stage.</summary>
    /// <param name="Stage">The stage that the event is evidence for, <see cref="LogSchema.NoStage"/> where the map does not know it.</param>
    /// <param name="Row">Where the moves from the customer's stage after the event begin.</param>
    public readonly record struct Move(byte Stage, int Row);
}
