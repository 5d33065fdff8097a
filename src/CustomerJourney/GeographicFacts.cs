namespace CustomerJourney;

/// <summary>Where a persona lives. Equal by value; what nobody said is <see langword="null"/>.</summary>
public sealed record GeographicFacts
{
    /// <summary>The country, ISO 3166-1 alpha-2: two capital letters.</summary>
    public string? Country { get; init; }

    /// <summary>The place: a city, a suburb, the countryside.</summary>
    public LocalizedText? Place { get; init; }

    /// <summary>What living there is like.</summary>
    public LocalizedText? LivingThere { get; init; }
}
