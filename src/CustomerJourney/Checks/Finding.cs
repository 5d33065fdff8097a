namespace CustomerJourney.Checks;

/// <summary>One finding of a check: which rule, how much it matters, where, what, and what to do.</summary>
public sealed record Finding
{
    /// <summary>The id of the rule, such as <c>CJ041</c>; ids never change their meaning.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>
    /// The part of the map, as its kind and its id: <c>touchpoint payment</c>, <c>stage purchase</c>, <c>pain point refused</c>, <c>opportunity …</c>, <c>persona …</c>, <c>metric …</c>,
    /// <c>claim delivery-time</c> (by its key), or <c>journey online-shop</c> for the map as a whole.
    /// </summary>
    public required string Element { get; init; }

    /// <summary>What is wrong, with the values; texts of the map stand in quotes and their control characters are shown escaped.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; <see langword="null"/> when a user's rule gives none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>
    /// Where it is in the document that was checked, as a JSON path such as <c>$.journey.stages[1].touchpoints[0]</c>: the element, or in it the value that is wrong.
    /// <see langword="null"/> when a map was checked and no document, or the document does not hold the element.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The line of <see cref="Path"/> in the document, from 1; <see langword="null"/> where that is.</summary>
    public int? Line { get; init; }
}
