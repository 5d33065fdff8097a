using CustomerJourney.Events;

namespace CustomerJourney.Analytics;

/// <summary>Steps compiled for the codes of a log: which of them an event matches, as a set of bits.</summary>
/// <remarks>Each alternative has a bit of its own, since alternatives may be bound to different channels; definitions have at most 64. Most events cost one look-up.</remarks>
internal sealed class StepMatcher
{
    private readonly ulong[] _ofEvent;
    private readonly ulong[]? _ofStage;
    private readonly ulong[]? _ofChannel;
    private readonly (int Touchpoint, ulong Bit)[] _touchpoints;
    private readonly ulong[] _alternativesOfStep;
    private readonly bool[] _standsForTouchpoint;
    private readonly StageReading? _reading;

    public StepMatcher(IReadOnlyList<Step> steps, LogSchema schema)
    {
        List<(Step Step, int Index)> alternatives = [];
        for (int index = 0; index < steps.Count; index++) Flatten(steps[index], index, alternatives);

        _ofEvent = new ulong[Math.Max(1, schema.Events.Count)];
        _alternativesOfStep = new ulong[steps.Count];
        List<(int, ulong)> touchpoints = [];
        for (int index = 0; index < alternatives.Count; index++)
        {
            ulong bit = 1UL << index;
            (Step step, int of) = alternatives[index];
            _alternativesOfStep[of] |= bit;
            if (schema.IsDetached) continue;
            switch (step.Kind)
            {
                case StepKind.Event:
                    if (schema.EventCode(step.Name) is >= 0 and int code) _ofEvent[code] |= bit;
                    break;
                case StepKind.Stage:
                    _ofStage ??= new ulong[byte.MaxValue + 1];
                    _ofStage[StageOf(step, schema).Position] |= bit;
                    break;
                default:
                    touchpoints.Add((TouchpointOf(step, schema), bit));
                    break;
            }
        }

        _touchpoints = [.. touchpoints];
        _reading = schema.Reading;
        _standsForTouchpoint = _touchpoints.Length > 0 ? EvidenceFor(schema) : [];
        _ofChannel = schema.IsDetached ? null : ChannelBits(alternatives, schema);
        IsPlain = _ofStage is null && _touchpoints.Length == 0 && _ofChannel is null;
    }

    /// <summary>Whether the event name alone decides.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether some step is a stage.</summary>
    public bool LooksAtStages => _ofStage is not null;

    /// <summary>For each event code, the alternatives that the name alone matches.</summary>
    public ReadOnlySpan<ulong> OfEvents => _ofEvent;

    /// <summary>The alternatives that an event matches.</summary>
    public ulong Match(in CustomerTrace trace, int position, ushort code, byte channel, byte stage)
    {
        ulong bits = _ofEvent[code];
        if (_ofStage is not null) bits |= _ofStage[stage];
        if (_touchpoints.Length > 0 && _standsForTouchpoint[code]) bits |= MatchTouchpoint(trace, position);
        return _ofChannel is null ? bits : bits & _ofChannel[channel];
    }

    /// <summary>The alternatives that silence matches which puts a customer into a stage. It is on no channel.</summary>
    public ulong MatchSilence(byte stage)
    {
        ulong bits = _ofStage is null ? 0 : _ofStage[stage];
        return _ofChannel is null ? bits : bits & _ofChannel[LogSchema.NoChannel];
    }

    /// <summary>Whether a match includes a step.</summary>
    public bool Includes(ulong match, int step) => (match & _alternativesOfStep[step]) != 0;

    private static void Flatten(Step step, int index, List<(Step, int)> alternatives)
    {
        if (step.Kind != StepKind.AnyOf)
        {
            alternatives.Add((step, index));
            return;
        }

        foreach (Step alternative in step.Alternatives) Flatten(alternative, index, alternatives);
    }

    private static Stage StageOf(Step step, LogSchema schema)
    {
        Journey journey = schema.RequireJourney($"the stage '{step.Name}'");
        return journey.FindStage(step.Name) ?? throw new ArgumentException(
            $"The journey '{journey.Name}' has no stage '{step.Name}'; it has {string.Join(", ", journey.Stages.Select(stage => $"'{stage.Name}'"))}. For an event of that name write Step.Event(\"{step.Name}\").");
    }

    private static int TouchpointOf(Step step, LogSchema schema)
    {
        Journey journey = schema.RequireJourney($"the touchpoint '{step.Name}'");
        for (int index = 0; index < journey.Touchpoints.Count; index++)
        {
            if (journey.Touchpoints[index] == journey.FindTouchpoint(step.Name)) return index;
        }

        throw new ArgumentException(
            $"The journey '{journey.Name}' has no touchpoint '{step.Name}'; it has {string.Join(", ", journey.Touchpoints.Select(touchpoint => $"'{touchpoint.Name}'"))}.");
    }

    private static bool[] EvidenceFor(LogSchema schema)
    {
        bool[] evidence = new bool[Math.Max(1, schema.Events.Count)];
        foreach (EventBinding binding in schema.Journey?.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings) ?? [])
        {
            if (schema.EventCode(binding.Event) is >= 0 and int code) evidence[code] = true;
        }

        return evidence;
    }

    /// <summary>For each channel, the alternatives that may match on it; null where no step names a channel.</summary>
    private static ulong[]? ChannelBits(List<(Step Step, int Index)> alternatives, LogSchema schema)
    {
        if (alternatives.TrueForAll(alternative => alternative.Step.Channel is null)) return null;
        ulong[] bits = new ulong[byte.MaxValue + 1];
        for (int index = 0; index < alternatives.Count; index++)
        {
            ulong bit = 1UL << index;
            if (alternatives[index].Step.Channel is not { } channel)
            {
                for (int code = 0; code < bits.Length; code++) bits[code] |= bit;
            }
            else if (schema.ChannelCode(channel) is >= 0 and int code)
            {
                bits[code] |= bit;
            }
        }

        return bits;
    }

    private ulong MatchTouchpoint(in CustomerTrace trace, int position)
    {
        int touchpoint = _reading!.TouchpointOf(trace, position);
        ulong bits = 0;
        foreach ((int of, ulong bit) in _touchpoints)
        {
            if (of == touchpoint) bits |= bit;
        }

        return bits;
    }
}
