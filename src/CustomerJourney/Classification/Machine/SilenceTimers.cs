using System.Runtime.CompilerServices;

namespace CustomerJourney.Classification.Machine;

/// <summary>When silences are complete: for each silence rule in the order of the rules, and last for dormancy, the time at which it acts unless an event comes before, or never.</summary>
/// <remarks>
/// <see cref="MemoryLayout.NextDeadline"/> is at or before the earliest of them: events that begin a new silence move their own deadline on and leave it as it is,
/// so that asking whether anything is due costs one comparison. It is put right when it is reached.
/// </remarks>
internal sealed class SilenceTimers(int place, long[] lengths, int[] rules, byte[] stages)
{
    private int Count => lengths.Length;

    /// <summary>What an event does that begins a new silence.</summary>
    public RecallMemory RecallOf(int timer) => RecallMemory.Timing(place + timer, lengths[timer]);

    /// <summary>Lets all that is due act, in the order of time, then of the rules.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fire<TSink>(Span<long> memory, long ticks, ref TSink sink)
        where TSink : struct, IStageSink, allows ref struct
    {
        Span<long> deadlines = memory.Slice(place, Count);
        while (true)
        {
            int timer = Earliest(deadlines, out long deadline);
            memory[MemoryLayout.NextDeadline] = deadline;
            // A silence that would last beyond the end of time is never complete.
            if (deadline > ticks || deadline > DateTime.MaxValue.Ticks) return;
            deadlines[timer] = MemoryLayout.NeverAfter;
            if (rules[timer] < 0)
            {
                sink.BecomesDormant(deadline);
                continue;
            }

            memory[MemoryLayout.Stage] = stages[timer];
            sink.EntersBySilence(deadline, stages[timer], rules[timer]);
        }
    }

    /// <summary>The first of the timers with the earliest deadline. Without branches: which it is cannot be foretold. No deadline is negative, so differences do not overflow.</summary>
    private static int Earliest(ReadOnlySpan<long> deadlines, out long deadline)
    {
        int earliest = 0;
        long least = MemoryLayout.NeverAfter;
        for (int timer = 0; timer < deadlines.Length; timer++)
        {
            unchecked
            {
                long difference = deadlines[timer] - least;
                long isEarlier = difference >> 63;
                least += difference & isEarlier;
                earliest += (timer - earliest) & (int)isEarlier;
            }
        }

        deadline = least;
        return earliest;
    }
}
