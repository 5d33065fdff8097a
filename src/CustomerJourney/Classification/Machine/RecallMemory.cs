using System.Runtime.CompilerServices;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// The one thing that most rules do at an event: look at a time that was kept, see whether it is recent enough, and keep a new one. Counts keep the times of their latest events in a ring;
/// a step of a sequence and the timer of a silence have one place, a ring of one.
/// </summary>
/// <remarks>Written without branches, since which event comes next cannot be foretold: masks choose instead, which are all ones or all zeros.</remarks>
internal readonly struct RecallMemory
{
    private readonly int _from;
    private readonly int _to;
    private readonly int _count;
    private readonly int _next;
    private readonly int _nextTo;
    private readonly long _within;
    private readonly long _length;
    private readonly long _copies;
    private readonly long _isNoTimer;

    private RecallMemory(int from, int to, int count, int next, long? within, bool isCopied, long? length)
    {
        (_from, _to, _count, _next, _within, CanHold) = (from, to, count, next, within ?? 0, within is not null);
        // Longer than time lasts is never over; kept short so that a sum with a time does not overflow.
        _length = Math.Min(length ?? 0, DateTime.MaxValue.Ticks + 1);
        // A ring of one never moves: what is written then is overwritten at once. Were it written where all of them look, each event would wait for the one before.
        _nextTo = next == MemoryLayout.Zero ? to : next;
        _copies = isCopied ? -1 : 0;
        _isNoTimer = length is null ? -1 : 0;
    }

    /// <summary>Lays out the memory of a rule that counts to 2 or more within a time: the place in the ring of the oldest event, then the ring of all but the one that completes the count.</summary>
    public static RecallMemory Counting(CountRule rule, MemoryLayout layout)
    {
        int next = layout.Reserve(1, 0);
        int ring = layout.Reserve(rule.Times - 1, MemoryLayout.NeverBefore);
        return new(ring, ring, rule.Times - 1, next, rule.Within!.Value.Ticks, isCopied: false, length: null);
    }

    /// <summary>Does nothing: for names that no rule looks at.</summary>
    public static RecallMemory Idle => new(MemoryLayout.Zero, MemoryLayout.Zero, 1, MemoryLayout.Zero, within: null, isCopied: true, length: null);

    /// <summary>A rule that holds at every event and remembers nothing: 0 is recent enough for it.</summary>
    public static RecallMemory Holding => new(MemoryLayout.Zero, MemoryLayout.Zero, 1, MemoryLayout.Zero, long.MaxValue, isCopied: true, length: null);

    /// <summary>A first step: its time is kept.</summary>
    public static RecallMemory Beginning(int place) => new(place, place, 1, MemoryLayout.Zero, within: null, isCopied: false, length: null);

    /// <summary>A step between the first and the last: when the sequence began is handed on from the place before.</summary>
    public static RecallMemory Passing(int place) => new(place - 1, place, 1, MemoryLayout.Zero, within: null, isCopied: true, length: null);

    /// <summary>A last step: holds if the sequence began recently enough, and changes nothing.</summary>
    public static RecallMemory Ending(int place, long within) => new(place, place, 1, MemoryLayout.Zero, within, isCopied: true, length: null);

    /// <summary>A new silence: the time at which it will be complete is kept.</summary>
    public static RecallMemory Timing(int place, long length) => new(place, place, 1, MemoryLayout.Zero, within: null, isCopied: false, length);

    /// <summary>Whether a rule can hold at such an event at all; where it cannot, what <see cref="Take"/> gives has no meaning.</summary>
    public bool CanHold { get; }

    /// <summary>Begins a new silence. For timers only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start(Span<long> memory, long now)
    {
        long deadline = unchecked(now + _length);
        memory[_to] = deadline;
        if (deadline < memory[MemoryLayout.NextDeadline]) memory[MemoryLayout.NextDeadline] = deadline;
    }

    /// <summary>Takes an event and says whether the rule holds at it, if it <see cref="CanHold"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(Span<long> memory, long now)
    {
        unchecked
        {
            int place = (int)memory[_next];
            long kept = memory[_from + place];
            bool holds = kept >= now - _within;
            long taken = (kept & _copies) | ((now + _length) & ~_copies);
            // The first place after the last one: the difference is negative, which is a mask, as long as there is another.
            int after = place + 1;
            memory[_nextTo] = after & ((after - _count) >> 31);
            memory[_to + place] = taken;
            // This can be foretold: a silence that begins anew is hardly ever the next to be complete. Without a sign, what is no timer is greater than every time.
            ulong deadline = (ulong)(taken | _isNoTimer);
            if (deadline < (ulong)memory[MemoryLayout.NextDeadline]) memory[MemoryLayout.NextDeadline] = (long)deadline;
            return holds;
        }
    }
}
