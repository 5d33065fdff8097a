namespace CustomerJourney.Events;

/// <summary>The columns that sorting fills, each bucket its own stretch.</summary>
internal sealed record SortTarget
{
    public required int[] Offsets { get; init; }

    public required long[] Ticks { get; init; }

    public required ushort[] Events { get; init; }

    public required byte[]? Channels { get; init; }

    public required int[]? Positions { get; init; }

    public required int[] Rows { get; init; }
}
