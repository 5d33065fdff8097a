using System.Runtime.CompilerServices;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// The one thing that most rules do at an event: look at a time that was kept, see whether it is recent enough, and keep a new one. Counts keep the times of their latest events in a ring;
/// the first and the last step of a sequence and the timer of a silence have one place, a ring of one.
/// </summary>
/// <remarks>Written without branches, since which event comes next cannot be foretold.</remarks>
internal readonly struct RecallMemory
{
    private readonly int _ring;
    private readonly int _count;
    private readonly int _next;
    private readonly bool _canHold;
    private readonly bool _isKept;
    private readonly bool _isTimer;
    private readonly long _within;
    private readonly long _length;

    private RecallMemory(int ring, int count, int next, long within, bool canHold, bool isKept, long? length)
    {
        (_ring, _count, _next, _within, _canHold, _isKept, _isTimer) = (ring, count, next, within, canHold, isKept, length is not null);
        // Longer than time lasts is never over; kept short so that a sum with a time does not overflow.
        _length = Math.Min(length ?? 0, DateTime.MaxValue.Ticks + 1);
    }

    /// <summary>Lays out the memory of a rule that counts to 2 or more within a time: the place in the ring of the oldest event, then the ring of all but the one that completes the count.</summary>
    public static RecallMemory Counting(CountRule rule, MemoryLayout layout)
    {
        int next = layout.Reserve(1, 0);
        int ring = layout.Reserve(rule.Times - 1, MemoryLayout.NeverBefore);
        return new(ring, rule.Times - 1, next, rule.Within!.Value.Ticks, canHold: true, isKept: false, length: null);
    }

    /// <summary>A first step: its time is kept.</summary>
    public static RecallMemory Beginning(int place) => new(place, 1, MemoryLayout.Zero, 0, canHold: false, isKept: false, length: null);

    /// <summary>A last step: holds if the sequence began recently enough, and changes nothing.</summary>
    public static RecallMemory Ending(int place, long within) => new(place, 1, MemoryLayout.Zero, within, canHold: true, isKept: true, length: null);

    /// <summary>A new silence: the time at which it will be complete is kept.</summary>
    public static RecallMemory Timing(int place, long length) => new(place, 1, MemoryLayout.Zero, 0, canHold: false, isKept: false, length);

    /// <summary>Begins a new silence. For timers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start(Span<long> memory, long now)
    {
        long deadline = unchecked(now + _length);
        memory[_ring] = deadline;
        if (deadline < memory[MemoryLayout.NextDeadline]) memory[MemoryLayout.NextDeadline] = deadline;
    }

    /// <summary>Takes an event and says whether the rule holds at it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(Span<long> memory, long now)
    {
        unchecked
        {
            ref long next = ref memory[_next];
            int place = (int)next;
            ref long kept = ref memory[_ring + place];
            bool holds = _canHold & (kept >= now - _within);
            long taken = now + _length;
            kept = _isKept ? kept : taken;
            next = place + 1 == _count ? 0 : place + 1;
            // This can be foretold: a silence that begins anew is hardly ever the next to be complete.
            long deadline = _isTimer ? taken : MemoryLayout.NeverAfter;
            if (deadline < memory[MemoryLayout.NextDeadline]) memory[MemoryLayout.NextDeadline] = deadline;
            return holds;
        }
    }
}
