namespace CustomerJourney;

/// <summary>What can be counted of a persona. Equal by value; what nobody said is <see langword="null"/>.</summary>
public sealed record DemographicFacts
{
    /// <summary>The least age in years, 0 to 120.</summary>
    public int? LowestAge { get; init; }

    /// <summary>The greatest age in years, 0 to 120 and not less than <see cref="LowestAge"/>.</summary>
    public int? HighestAge { get; init; }

    /// <summary>The gender, in the words of the map.</summary>
    public string? Gender { get; init; }

    /// <summary>What the persona does for a living.</summary>
    public LocalizedText? Occupation { get; init; }

    /// <summary>The income of the household, in words or figures.</summary>
    public LocalizedText? HouseholdIncome { get; init; }

    /// <summary>The education.</summary>
    public LocalizedText? Education { get; init; }
}
