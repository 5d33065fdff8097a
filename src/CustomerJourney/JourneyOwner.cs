namespace CustomerJourney;

/// <summary>Who looks after a map. Equal by value; at least one of the two is there.</summary>
public sealed record JourneyOwner
{
    /// <summary>The person or role; <see langword="null"/> when nobody said.</summary>
    public string? Name { get; init; }

    /// <summary>The department; <see langword="null"/> when nobody said.</summary>
    public Department? Department { get; init; }
}
