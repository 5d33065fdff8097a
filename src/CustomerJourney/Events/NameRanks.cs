namespace CustomerJourney.Events;

/// <summary>For each code of a builder, the place of the name in the ordinal order of the log.</summary>
internal sealed record NameRanks
{
    public required int[] Customers { get; init; }

    public required int[] Events { get; init; }

    public required int[] Channels { get; init; }
}
