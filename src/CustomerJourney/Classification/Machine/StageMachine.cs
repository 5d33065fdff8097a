using System.Collections.Frozen;
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
    private const int NoRule = int.MaxValue;

    private readonly FrozenDictionary<string, int> _codes;
    private readonly long[] _initial;
    private readonly byte[] _stated;
    private readonly byte[] _stageOfRule;
    private readonly int[] _offsets;
    private readonly Reaction[] _reactions;
    private readonly Reaction[] _reactionsToAny;
    private readonly CountMemory[] _counts;
    private readonly TotalMemory[] _totals;
    private readonly SequenceMemory[] _sequences;
    private readonly SilenceTimers _timers;
    private readonly int _dormancy;
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
        where TSink : struct, IStageSink, allows ref struct =>
        Decide(memory, arriving, ref sink).Stage;

    /// <summary>Does what <see cref="Apply"/> does and says why.</summary>
    /// <remarks>Never inlined: together with a caller's loop it is more than the compiler takes at once, and then what is small in it would be called.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Decision Decide<TEvent, TSink>(Span<long> memory, in TEvent arriving, ref TSink sink)
        where TEvent : struct, IMachineEvent, allows ref struct
        where TSink : struct, IStageSink, allows ref struct
    {
        // Calls of a constrained type through `in` would copy the event each time. No event is changed: they are all readonly structs.
        ref TEvent own = ref Unsafe.AsRef(in arriving);
        long now = own.StartedTicks;
        int code = own.Code;
        AdvanceTo(memory, now, ref sink);
        if (_dormancy >= 0) _timers.Start(memory, _dormancy, now);
        long stageIn = memory[MemoryLayout.Stage];
        int rule = NoRule;
        int first = _offsets[code], end = _offsets[code + 1];
        if (end > first) rule = React(_reactions.AsSpan(first, end - first), memory, ref own, now);
        if (_reactionsToAny.Length > 0) rule = Math.Min(rule, React(_reactionsToAny, memory, ref own, now));
        Decision decision =
            _stated[code] != LogSchema.NoStage ? Decision.ByHistory(_stated[code])
            : rule != NoRule ? Decision.ByRule(_stageOfRule[rule], rule)
            : _evidence.Decide(ref own, code, stageIn);
        memory[MemoryLayout.Stage] = decision.Stage == LogSchema.NoStage ? stageIn : decision.Stage;
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

    /// <summary>Lets rules take notice of an event. Gives the first one that holds, <see cref="NoRule"/> if none does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int React<TEvent>(ReadOnlySpan<Reaction> reactions, Span<long> memory, ref TEvent arriving, long now)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        int first = NoRule;
        int stepOf = NoRule;
        foreach (ref readonly Reaction reaction in reactions)
        {
            if (reaction.Demand >= 0 && !arriving.Meets(reaction.Demand)) continue;
            bool holds = false;
            switch (reaction.Kind)
            {
                case ReactionKind.Holds:
                    holds = true;
                    break;
                case ReactionKind.Counts:
                    holds = _counts[reaction.Place].Add(memory, now);
                    break;
                case ReactionKind.Adds:
                    holds = arriving.TryGetAmount(out long units, out string? currency) && _totals[reaction.Place].Add(memory, units, currency);
                    break;
                case ReactionKind.Steps:
                    holds = _sequences[reaction.Place].Take(memory, reaction.Step, now);
                    stepOf = reaction.Rule;
                    break;
                case ReactionKind.Breaks:
                    if (stepOf != reaction.Rule) _sequences[reaction.Place].Break(memory);
                    break;
                case ReactionKind.EndsSilence:
                    _timers.Start(memory, reaction.Place, now);
                    break;
            }

            if (holds && first == NoRule) first = reaction.Rule;
        }

        return first;
    }
}
