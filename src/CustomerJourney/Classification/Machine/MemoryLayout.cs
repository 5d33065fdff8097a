namespace CustomerJourney.Classification.Machine;

/// <summary>Who keeps what where in the memory of one customer, and what stands there at the beginning. Used while a machine is compiled.</summary>
internal sealed class MemoryLayout
{
    /// <summary>The stage that the customer is in, <see cref="Events.LogSchema.NoStage"/> if none.</summary>
    public const int Stage = 0;

    /// <summary>No timer is due before this time; see <see cref="SilenceTimers"/>.</summary>
    public const int NextDeadline = 1;

    /// <summary>Always 0: the next place in rings of one.</summary>
    public const int Zero = 2;

    /// <summary>A time before every event.</summary>
    public const long NeverBefore = long.MinValue;

    /// <summary>A time after every event.</summary>
    public const long NeverAfter = long.MaxValue;

    private readonly List<long> _initial = [Events.LogSchema.NoStage, NeverAfter, 0];

    /// <summary>Reserves places that stand at a value in the beginning, and gives the first of them.</summary>
    public int Reserve(int places, long initial)
    {
        int first = _initial.Count;
        for (int place = 0; place < places; place++) _initial.Add(initial);
        return first;
    }

    public long[] ToInitialMemory() => [.. _initial];
}
