using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// A map and rules, compiled: takes the events of one customer in the order of the log and says which stage each of them stands for, and what silence does in between.
/// All that it remembers of the customer is a block of memory of a fixed size, so a log and a tracker run the same machine. Immutable, safe for use by many threads.
/// </summary>
/// <remarks>
/// An event stands for the stage that <see cref="StageRules.History"/> states; else for that of the first rule that holds; else for that of a touchpoint (<see cref="EvidenceTable"/>).
/// Whichever decides, every rule takes notice of every event. The clock is when events begin, and it never goes back.
/// </remarks>
internal sealed partial class StageMachine
{
    /// <summary>Not a stage: events whose stage depends on more than their name. No map has so many stages.</summary>
    private const byte Undecided = LogSchema.Dormant;

    private readonly FrozenDictionary<string, int> _codes;
    private readonly long[] _initial;
    private readonly byte[] _stated;
    private readonly byte[] _stageWithoutRules;
    private readonly byte[] _stageOfRule;
    private readonly int[] _offsets;
    private readonly Reaction[] _reactions;
    private readonly CountMemory[] _counts;
    private readonly TotalMemory[] _totals;
    private readonly SequenceMemory[] _sequences;
    private readonly SilenceTimers _timers;
    private readonly RecallMemory[] _always;
    private readonly EvidenceTable _evidence;

    /// <summary>How many numbers the machine remembers of a customer.</summary>
    public int MemorySize => _initial.Length;

    /// <summary>The names of events that it looks for, in ordinal order; the code of a name is its place.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The code of all other names: such events may still match patterns of any event, and they end dormancy.</summary>
    public int UnknownCode => Names.Count;

    /// <summary>What <see cref="IMachineEvent.Meets"/> is asked for, by number.</summary>
    public IReadOnlyList<EventDemand> Demands { get; }

    /// <summary>Whether <see cref="IMachineEvent.TryGetAmount"/> is ever asked for.</summary>
    public bool NeedsAmounts => _totals.Length > 0;

    /// <summary>The code of an event's name, <see cref="UnknownCode"/> for one that the machine does not look for.</summary>
    public int CodeOf(string eventName) => _codes.TryGetValue(eventName, out int code) ? code : UnknownCode;

    /// <summary>The stage that the customer is in by the latest evidence, <see cref="LogSchema.NoStage"/> if none.</summary>
    public static byte StageIn(ReadOnlySpan<long> memory) => (byte)memory[MemoryLayout.Stage];

    /// <summary>Sets a memory of <see cref="MemorySize"/> to that of a customer of whom nothing is known.</summary>
    public void Begin(Span<long> memory) => _initial.CopyTo(memory);

    /// <summary>Takes an event, after all silences that are complete when it begins.</summary>
    /// <returns>The stage that the event stands for, <see cref="LogSchema.NoStage"/> if none.</returns>
    public byte Apply<TEvent, TSink>(Span<long> memory, in TEvent arriving, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        // Calls of a constrained type through `in` would copy the event each time; what only looks needs no copy.
        ref TEvent own = ref Unsafe.AsRef(in arriving);
        int code = own.Code;
        int rule = Take(memory, ref own, code, ref sink);
        byte stage = _stageWithoutRules[code];
        if (rule >= 0 || stage == Undecided) stage = StageOf(memory, ref own, code, rule);
        ref long current = ref memory[MemoryLayout.Stage];
        current = stage != LogSchema.NoStage ? stage : current;
        return stage;
    }

    /// <summary>Does what <see cref="Apply"/> does and says why.</summary>
    public Decision Decide<TEvent, TSink>(Span<long> memory, in TEvent arriving, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        ref TEvent own = ref Unsafe.AsRef(in arriving);
        int code = own.Code;
        Decision decision = Decide(memory, ref own, code, Take(memory, ref own, code, ref sink));
        if (decision.Stage != LogSchema.NoStage) memory[MemoryLayout.Stage] = decision.Stage;
        return decision;
    }

    /// <summary>Lets all silences act that are complete at a time or before, in the order of time, then of the rules, dormancy last. A time before the latest one changes nothing.</summary>
    public void AdvanceTo<TSink>(Span<long> memory, long ticks, ref TSink sink)
        where TSink : struct, IStageSink, allows ref struct
    {
        if (memory[MemoryLayout.NextDeadline] <= ticks) _timers.Fire(memory, ticks, ref sink);
    }

    /// <summary>
    /// The touchpoint that an event was observed at, counted in journey order; -1 if it is evidence for none. Of several, the first one of the stage that the event stands for; where a rule or another system put it into a stage
    /// for which it is no evidence, of the next later stage for which it is, else of the nearest earlier one.
    /// </summary>
    public int TouchpointOf<TEvent>(in TEvent arriving, byte stage)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        ref TEvent own = ref Unsafe.AsRef(in arriving);
        return _evidence.TouchpointOf(ref own, own.Code, stage);
    }

    private byte StageOf<TEvent>(ReadOnlySpan<long> memory, ref TEvent arriving, int code, int rule)
        where TEvent : struct, IMachineEvent, allows ref struct =>
        _stated[code] == LogSchema.NoStage && rule >= 0 ? _stageOfRule[rule] : Decide(memory, ref arriving, code, rule).Stage;

    private Decision Decide<TEvent>(ReadOnlySpan<long> memory, ref TEvent arriving, int code, int rule)
        where TEvent : struct, IMachineEvent, allows ref struct =>
        _stated[code] != LogSchema.NoStage ? Decision.ByHistory(_stated[code])
        : rule >= 0 ? Decision.ByRule(_stageOfRule[rule], rule)
        : _evidence.Decide(ref arriving, code, memory[MemoryLayout.Stage]);

    /// <summary>Lets silences and all rules take notice of an event. Gives the first rule that holds, -1 if none does.</summary>
    private int Take<TEvent, TSink>(Span<long> memory, ref TEvent arriving, int code, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        long now = arriving.StartedTicks;
        AdvanceTo(memory, now, ref sink);
        foreach (ref readonly RecallMemory timer in _always.AsSpan()) timer.Start(memory, now);
        return React(memory, ref arriving, code, now);
    }

    /// <summary>Lets all rules take notice of an event. Gives the first one that holds, -1 if none does.</summary>
    private int React<TEvent>(Span<long> memory, ref TEvent arriving, int code, long now)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        int first = -1;
        int stepOf = -1;
        foreach (ref readonly Reaction reaction in _reactions.AsSpan(_offsets[code], _offsets[code + 1] - _offsets[code]))
        {
            if (reaction.Demand >= 0 && !arriving.Meets(reaction.Demand)) continue;
            bool holds = reaction.Kind == ReactionKind.Recalls ? reaction.Recall.Take(memory, now) : Act(reaction, memory, ref arriving, stepOf);
            // Only sequences ask whose step the event was, and of others none has the same number.
            stepOf = reaction.Kind is ReactionKind.Recalls or ReactionKind.Steps ? reaction.Rule : stepOf;
            first = holds & first < 0 ? reaction.Rule : first;
        }

        return first;
    }

    private bool Act<TEvent>(in Reaction reaction, Span<long> memory, ref TEvent arriving, int stepOf)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        switch (reaction.Kind)
        {
            case ReactionKind.Holds:
                return true;
            case ReactionKind.Counts:
                return _counts[reaction.Place].Add(memory);
            case ReactionKind.Adds:
                return arriving.TryGetAmount(out long units, out string? currency) && _totals[reaction.Place].Add(memory, units, currency);
            case ReactionKind.Steps:
                _sequences[reaction.Place].Pass(memory, reaction.Step);
                return false;
            case ReactionKind.Breaks:
                if (stepOf != reaction.Rule) _sequences[reaction.Place].Break(memory);
                return false;
            default:
                throw new UnreachableException($"A machine was compiled with a reaction of the unknown kind {reaction.Kind}.");
        }
    }
}
