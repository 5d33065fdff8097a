namespace CustomerJourney.Events;

/// <summary>A customer with more events in a short time than a person is likely to cause.</summary>
public sealed record SuspectedBot
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The number of the customer's events.</summary>
    public required long Events { get; init; }

    /// <summary>The most events within any 60 seconds.</summary>
    public required long MostInOneMinute { get; init; }

    /// <summary>The most events within any 24 hours.</summary>
    public required long MostInOneDay { get; init; }
}
