using System.Runtime.CompilerServices;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>Which touchpoints the events of each name may be evidence for.</summary>
/// <remarks>
/// Of the bindings whose event, channel and conditions all hold, those that ask for most count: conditions and a channel before conditions, these before a channel, and that before the event alone.
/// Among their stages the one in which the customer is goes first, then the next later one, then the nearest earlier one; for a customer in no stage yet, the earliest.
/// </remarks>
internal sealed class EvidenceTable
{
    private readonly int[] _offsets;
    private readonly Option[] _options;

    /// <summary>For each name that is bound without channels and conditions, where its moves begin; -1 for others.</summary>
    private readonly int[] _moves;

    /// <summary>What such an event stands for, by the stage that the customer is in: one look at a table, without a branch.</summary>
    private readonly Decision[] _moveFrom;

    /// <param name="journey">The map.</param>
    /// <param name="names">The names of events; what they are bound to is found by their places.</param>
    /// <param name="demands">Takes what bindings ask for.</param>
    public EvidenceTable(Journey journey, IReadOnlyList<string> names, DemandList demands)
    {
        ILookup<string, Option> options = journey.Touchpoints.SelectMany((touchpoint, place) => touchpoint.EventBindings.Select(binding => (binding.Event, Option: new Option(
            demands.Add(EventDemand.Of(binding)),
            (binding.Conditions.Count > 0 ? 2 : 0) + (binding.Channel is null ? 0 : 1),
            place,
            (byte)touchpoint.Stage.Position)))).ToLookup(bound => bound.Event, bound => bound.Option, StringComparer.Ordinal);
        List<Option> all = [];
        _offsets = new int[names.Count + 2];
        for (int code = 0; code < names.Count; code++)
        {
            all.AddRange(options[names[code]].OrderByDescending(option => option.Level).ThenBy(option => option.Touchpoint));
            _offsets[code + 1] = all.Count;
        }

        // Nothing is bound to a name that is not known.
        _offsets[^1] = all.Count;
        _options = [.. all];
        int stages = journey.Stages.Count;
        List<Decision> moves = [];
        _moves = new int[names.Count + 1];
        for (int code = 0; code < _moves.Length; code++)
        {
            bool isPlain = all[_offsets[code].._offsets[code + 1]].TrueForAll(option => option.Level == 0);
            _moves[code] = isPlain ? moves.Count : -1;
            for (int before = 0; isPlain && before < stages; before++)
            {
                NoDemands none = default;
                moves.Add(Choose(ref none, code, before));
            }
        }

        _moveFrom = [.. moves];
    }

    /// <summary>What an event stands for by itself.</summary>
    /// <param name="arriving">The event.</param>
    /// <param name="code">The code of its name.</param>
    /// <param name="stage">The stage that the customer is in.</param>
    public Decision Decide<TEvent>(ref TEvent arriving, int code, long stage)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        // Of all stages those from the first on are later: in none yet is as good as in the first.
        int before = stage == LogSchema.NoStage ? 0 : (int)stage;
        int moves = _moves[code];
        return moves >= 0 ? _moveFrom[moves + before] : Choose(ref arriving, code, before);
    }

    /// <summary>The stage of what an event stands for by itself; see <see cref="Decide"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public byte StageOf<TEvent>(ref TEvent arriving, int code, long stage)
        where TEvent : struct, IMachineEvent, allows ref struct =>
        Decide(ref arriving, code, stage).Stage;

    private Decision Choose<TEvent>(ref TEvent arriving, int code, int before)
        where TEvent : struct, IMachineEvent, allows ref struct
    {
        Decision decision = Decision.None;
        int level = 0, least = int.MaxValue;
        for (int place = _offsets[code]; place < _offsets[code + 1]; place++)
        {
            ref readonly Option option = ref _options[place];
            if (option.Level < level) break;
            if (option.Demand >= 0 && !arriving.Meets(option.Demand)) continue;
            level = option.Level;
            int distance = option.Stage >= before ? option.Stage - before : byte.MaxValue + before - option.Stage;
            if (distance >= least) continue;
            least = distance;
            decision = Decision.ByTouchpoint(option.Stage, option.Touchpoint);
        }

        return decision;
    }

    /// <summary>The first of the touchpoints that an event was observed at, counted in journey order; -1 if none. What a rule or another system says of the stage does not change where it was observed.</summary>
    public int TouchpointOf<TEvent>(ref TEvent arriving, int code, byte stage)
        where TEvent : struct, IMachineEvent, allows ref struct =>
        Decide(ref arriving, code, stage).Touchpoint;

    /// <summary>What events of a name stand for whatever they have and whatever came before; null where that matters.</summary>
    public Decision? CertainOf(int code) => (_offsets[code + 1] - _offsets[code]) switch
    {
        0 => Decision.None,
        1 when _options[_offsets[code]] is { Demand: < 0 } only => Decision.ByTouchpoint(only.Stage, only.Touchpoint),
        _ => null,
    };

    /// <summary>One binding of an event.</summary>
    /// <param name="Demand">What the event must have besides its name; -1 for nothing.</param>
    /// <param name="Level">How much the binding asks for: 3 conditions and a channel, 2 conditions, 1 a channel, 0 the event alone.</param>
    /// <param name="Touchpoint">The touchpoint, counted in journey order.</param>
    /// <param name="Stage">Its stage.</param>
    private readonly record struct Option(int Demand, int Level, int Touchpoint, byte Stage);

    /// <summary>An event that is never asked what it has besides its name.</summary>
    private readonly struct NoDemands : IMachineEvent
    {
        public long StartedTicks => 0;

        public int Code => 0;

        public bool EarlierStagesAreUnknown => false;

        public bool Meets(int demand) => false;

        public bool TryGetAmount(out long units, out string? currency)
        {
            (units, currency) = (0, null);
            return false;
        }
    }
}
