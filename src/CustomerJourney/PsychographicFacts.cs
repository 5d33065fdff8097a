using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>What a persona thinks and wants. Equal by value; lists that nobody filled are empty.</summary>
public sealed record PsychographicFacts
{
    /// <summary>How the persona lives.</summary>
    public IReadOnlyList<LocalizedText> Lifestyle { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What matters to the persona.</summary>
    public IReadOnlyList<LocalizedText> Values { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What the persona thinks of the offer and its kind.</summary>
    public IReadOnlyList<LocalizedText> Attitudes { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What the persona wants to reach.</summary>
    public IReadOnlyList<LocalizedText> Goals { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What the persona needs.</summary>
    public IReadOnlyList<LocalizedText> Needs { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What hurts the persona in general; what hurts at a touchpoint is a <see cref="PainPoint"/>.</summary>
    public IReadOnlyList<LocalizedText> PainPoints { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;
}
