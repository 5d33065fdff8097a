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
    private readonly byte[] _stageOfRule;
    private readonly Reaction[][] _reactions;
    private readonly EventPlan[] _plans;
    private readonly RecallReaction[] _more;
    private readonly Reaction[] _others;
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
        return Apply(memory, ref own, PlanOf(own.Code), own.StartedTicks, ref sink);
    }

    /// <summary>What is done with events of a name, for <see cref="Apply{TEvent, TSink}(Span{long}, ref TEvent, in EventPlan, long, ref TSink)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly EventPlan PlanOf(int code) => ref _plans[code];

    /// <summary>Takes an event as <see cref="Apply{TEvent, TSink}(Span{long}, in TEvent, ref TSink)"/> does, where its plan and its time are at hand already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Apply<TEvent, TSink>(Span<long> memory, ref TEvent arriving, in EventPlan plan, long startedTicks, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        int held = Take(memory, ref arriving, plan, startedTicks, ref sink);
        byte stage = HeldRule.StageOr(plan.IsStated ? HeldRule.None : held, plan.StageWithoutRules);
        if (stage == Undecided) stage = _evidence.StageOf(ref arriving, arriving.Code, memory[MemoryLayout.Stage]);
        if (stage != LogSchema.NoStage) memory[MemoryLayout.Stage] = stage;
        return stage;
    }

    /// <summary>Does what <see cref="Apply{TEvent, TSink}(Span{long}, in TEvent, ref TSink)"/> does and says why.</summary>
    public Decision Decide<TEvent, TSink>(Span<long> memory, in TEvent arriving, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        ref TEvent own = ref Unsafe.AsRef(in arriving);
        int code = own.Code;
        Decision decision = Decide(memory, ref own, code, HeldRule.RuleOf(Take(memory, ref own, _plans[code], own.StartedTicks, ref sink)));
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

    private Decision Decide<TEvent>(ReadOnlySpan<long> memory, ref TEvent arriving, int code, int rule)
        where TEvent : struct, IMachineEvent, allows ref struct =>
        _stated[code] != LogSchema.NoStage ? Decision.ByHistory(_stated[code])
        : rule >= 0 ? Decision.ByRule(_stageOfRule[rule], rule)
        : _evidence.Decide(ref arriving, code, memory[MemoryLayout.Stage]);

    /// <summary>Lets silences and all rules take notice of an event. Gives the first rule that holds (<see cref="HeldRule"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Take<TEvent, TSink>(Span<long> memory, ref TEvent arriving, in EventPlan plan, long now, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        AdvanceTo(memory, now, ref sink);
        foreach (ref readonly RecallMemory timer in _always.AsSpan()) timer.Start(memory, now);
        int first = plan.First.Take(memory, now);
        // One jump to where just enough is done: how much that is cannot be foretold, and a loop would find out step by step.
        int last = plan.MoreEnd;
        switch (plan.Shape)
        {
            case 0:
                return first;
            case 3:
                first = HeldRule.First(first, _more[last - 3].Take(memory, now));
                goto case 2;
            case 2:
                first = HeldRule.First(first, _more[last - 2].Take(memory, now));
                goto case 1;
            case 1:
                return HeldRule.First(first, _more[last - 1].Take(memory, now));
            default:
                return TakeMore(memory, ref arriving, plan, now, first);
        }
    }

    /// <summary>Lets the other rules take notice of an event. Gives the first one that holds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeMore<TEvent>(Span<long> memory, ref TEvent arriving, in EventPlan plan, long now, int first)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        foreach (ref readonly RecallReaction reaction in _more.AsSpan(plan.MoreStart, plan.MoreEnd - plan.MoreStart)) first = HeldRule.First(first, reaction.Take(memory, now));
        int stepOf = -1;
        foreach (ref readonly Reaction reaction in _others.AsSpan(plan.OthersStart, plan.OthersEnd - plan.OthersStart))
        {
            if (reaction.Demand >= 0 && !arriving.Meets(reaction.Demand)) continue;
            bool holds = reaction.Kind == ReactionKind.Recalls ? reaction.Recall.Take(memory, now) & reaction.Recall.CanHold : Act(reaction, memory, ref arriving, stepOf);
            // Only sequences ask whose step the event was, and of others none has the same number.
            stepOf = reaction.Kind == ReactionKind.Recalls ? reaction.Rule : stepOf;
            first = HeldRule.First(first, HeldRule.If(holds, HeldRule.Of(reaction.Rule, _stageOfRule[reaction.Rule])));
        }

        return first;
    }

    private bool Act<TEvent>(in Reaction reaction, Span<long> memory, ref TEvent arriving, int stepOf)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        switch (reaction.Kind)
        {
            case ReactionKind.Counts:
                return _counts[reaction.Place].Add(memory);
            case ReactionKind.Adds:
                return arriving.TryGetAmount(out long units, out string? currency) && _totals[reaction.Place].Add(memory, units, currency);
            case ReactionKind.Breaks:
                if (stepOf != reaction.Rule) _sequences[reaction.Place].Break(memory);
                return false;
            default:
                throw new UnreachableException($"A machine was compiled with a reaction of the unknown kind {reaction.Kind}.");
        }
    }
}
