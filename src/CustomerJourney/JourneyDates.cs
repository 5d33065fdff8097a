namespace CustomerJourney;

/// <summary>When a map was made, changed and looked at. Equal by value; a date that nobody gave is <see langword="null"/>.</summary>
public sealed record JourneyDates
{
    /// <summary>The day on which the map was made.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>The day of the last change, not before <see cref="Created"/>.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>The day on which the map was last found to be right.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>After how many days the map should be looked at again, 1 or more.</summary>
    public int? ReviewEveryDays { get; init; }
}
