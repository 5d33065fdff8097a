namespace CustomerJourney.Events;

/// <summary>One pass over a log: the merged accumulators, and how many traces were visited, whatever the number of analyses.</summary>
internal sealed class FoldPass
{
    public required Accumulator[] Accumulators { get; init; }

    public required long TracesVisited { get; init; }
}
