using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>
/// The evidence of a map compiled for the codes of a log: which touchpoints each event may stand for, and which stage follows
/// from that and from the stage before. Bindings with conditions are no part of it.
/// </summary>
internal sealed class StageEvidence : StageReading
{
    /// <summary>The candidates of events that the map does not know.</summary>
    public const int NoCandidates = 0;

    /// <summary>Not a stage: events that stand for one of several, by the stage before them. No map has so many stages.</summary>
    public const byte Undecided = LogSchema.Dormant;

    private readonly Touchpoint[] _touchpoints;
    private readonly List<int[]> _candidates = [[]];
    private readonly int[] _candidatesOfEvent;
    private readonly int[]?[] _candidatesOfChannel;
    private readonly Move[] _moves;
    private readonly byte[] _stageOfSet;
    private readonly byte[] _stageOfEvent;
    private readonly bool[] _isNamedByRule;
    private readonly TraceVisits _visits;

    public StageEvidence(Journey journey, StageRules rules, LogSchema schema)
    {
        Rules = rules;
        _visits = new TraceVisits(journey.Stages.Count, rules);
        HashSet<string> named = [.. rules.Rules.SelectMany(rule => rule.Patterns()).Select(pattern => pattern.Pattern.Event).OfType<string>()];
        _isNamedByRule = [.. schema.Events.Select(named.Contains)];
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
        _stageOfSet = [.. Enumerable.Range(0, _candidates.Count).Select(StageWithoutContext)];
        _stageOfEvent = [.. _candidatesOfEvent.Select(set => _stageOfSet[set])];
        HasUndecided = _stageOfSet.Contains(Undecided);
        HasUnknown = _stageOfEvent.Contains(LogSchema.NoStage);
    }

    public StageRules Rules { get; }

    public int StageCount { get; }

    /// <summary>Whether some evidence holds on some channels only, so that channels must be looked at.</summary>
    public bool HasEvidenceByChannel { get; }

    /// <summary>Whether some events stand for one of several stages, by the stage before them.</summary>
    public bool HasUndecided { get; }

    /// <summary>Whether the map does not know some of the events, at least not on every channel.</summary>
    public bool HasUnknown { get; }

    /// <summary>For each event code, where channels play no part: the stage that it stands for whatever came before, <see cref="Undecided"/>, or <see cref="LogSchema.NoStage"/> where the map does not know it.</summary>
    public ReadOnlySpan<byte> StagesWithoutContext => _stageOfEvent;

    /// <summary>The same for an event on a channel.</summary>
    public byte StageWithoutContext(ushort eventCode, byte channel) => _stageOfSet[CandidatesOf(eventCode, channel)];

    /// <summary>The stage that an event stands for after a stage, <see cref="LogSchema.NoStage"/> for none.</summary>
    public byte StageAfter(byte before, ushort eventCode, byte channel) => MoveAfter(before, eventCode, channel).Stage;

    /// <summary>What a rule or another system says of the stage does not change where the event was observed.</summary>
    public override int TouchpointOf(ushort eventCode, byte channel, byte stage) => MoveAfter(stage, eventCode, channel).Touchpoint;

    public override bool IsNamedByRule(ushort eventCode) => _isNamedByRule[eventCode];

    public override byte CurrentOf(in CustomerTrace trace) => Rules.Current switch
    {
        CurrentStageRule.Furthest => FurthestOf(trace),
        CurrentStageRule.RecencyWeighted => HeaviestOf(trace),
        _ => LatestOf(trace),
    };

    private int CandidatesOf(ushort eventCode, byte channel) =>
        channel != LogSchema.NoChannel && _candidatesOfChannel[eventCode] is { } byChannel ? byChannel[channel] : _candidatesOfEvent[eventCode];

    private ref readonly Move MoveAfter(byte before, ushort eventCode, byte channel) =>
        ref _moves[((before == LogSchema.NoStage ? StageCount : before) * _candidates.Count) + CandidatesOf(eventCode, channel)];

    private static byte LatestOf(in CustomerTrace trace)
    {
        int position = trace.Stages.LastIndexOfAnyExcept(LogSchema.NoStage);
        (int first, int silence) = trace.SilenceRange;
        while (silence > first && trace.Columns.Silences!.Stages[silence - 1] == LogSchema.Dormant) silence--;
        if (silence > first && trace.Columns.Silences!.Positions[silence - 1] - trace.Start >= position) return trace.Columns.Silences.Stages[silence - 1];
        return position < 0 ? LogSchema.NoStage : trace.Stages[position];
    }

    private static byte FurthestOf(in CustomerTrace trace)
    {
        int furthest = -1;
        foreach (byte stage in trace.Stages)
        {
            if (stage != LogSchema.NoStage) furthest = Math.Max(furthest, stage);
        }

        for ((int silence, int end) = trace.SilenceRange; silence < end; silence++)
        {
            if (trace.Columns.Silences!.Stages[silence] is var stage && stage != LogSchema.Dormant) furthest = Math.Max(furthest, stage);
        }

        return furthest < 0 ? LogSchema.NoStage : (byte)furthest;
    }

    private byte HeaviestOf(in CustomerTrace trace)
    {
        Span<long> memory = stackalloc long[_visits.Memory.SizeFor(0)];
        _visits.Fold(trace, default, memory);
        return _visits.Memory.CurrentOf(memory, CurrentStageRule.RecencyWeighted) is >= 0 and int stage ? (byte)stage : LogSchema.NoStage;
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
            .Where(touchpoint => _touchpoints[touchpoint].EventBindings.Any(binding => binding.Event == name && binding.Channel == channel && binding.Conditions.Count == 0)),
    ];

    private int Intern(Dictionary<string, int> known, int[] touchpoints)
    {
        string key = string.Join(',', touchpoints);
        if (known.TryGetValue(key, out int set)) return set;
        known.Add(key, _candidates.Count);
        _candidates.Add(touchpoints);
        return _candidates.Count - 1;
    }

    private byte StageWithoutContext(int set)
    {
        byte[] stages = [.. _candidates[set].Select(touchpoint => (byte)_touchpoints[touchpoint].Stage.Position).Distinct()];
        return stages.Length switch { 0 => LogSchema.NoStage, 1 => stages[0], _ => Undecided };
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
                int touchpoint = Array.IndexOf(stages, stage);
                moves[(before * sets) + set] = new Move(stage, touchpoint < 0 ? -1 : _candidates[set][touchpoint]);
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
    /// <param name="Touchpoint">The first touchpoint of that stage that names the event, -1 where none does.</param>
    private readonly record struct Move(byte Stage, int Touchpoint);
}
