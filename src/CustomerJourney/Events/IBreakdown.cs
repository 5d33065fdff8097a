namespace CustomerJourney.Events;

/// <summary>A breakdown whose type of result is not known here.</summary>
internal interface IBreakdown
{
    object? Total { get; }

    IEnumerable<(string Group, object? Result)> Groups { get; }
}
