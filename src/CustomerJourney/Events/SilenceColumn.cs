namespace CustomerJourney.Events;

/// <summary>What happened to customers between their events, sparse: silence that put them into a stage, and dormancy. In the order of time, each entry after the event that it follows and before the next one.</summary>
internal sealed record SilenceColumn
{
    /// <summary>For each entry, the index of the event that it follows, ascending; several entries may follow one event.</summary>
    public required int[] Positions { get; init; }

    /// <summary>For each customer, the first entry; one more at the end.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long[] Ticks { get; init; }

    /// <summary>The stage that the customer entered, <see cref="LogSchema.Dormant"/> for becoming dormant.</summary>
    public required byte[] Stages { get; init; }
}
