namespace CustomerJourney.Events;

/// <summary>A breakdown whose type of result is not known here.</summary>
internal interface IBreakdown
{
    IEnumerable<(string Group, object? Result)> Groups { get; }
}
