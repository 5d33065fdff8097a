using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>What a persona does; <c>behavioural</c> in JSON. Equal by value; lists that nobody filled are empty.</summary>
public sealed record BehavioralFacts
{
    /// <summary>What the persona looks for.</summary>
    public IReadOnlyList<LocalizedText> LookingFor { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>How the persona meets the brand.</summary>
    public IReadOnlyList<LocalizedText> BrandInteractions { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What the persona expects.</summary>
    public IReadOnlyList<LocalizedText> Expectations { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What interests the persona.</summary>
    public IReadOnlyList<LocalizedText> Interests { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>The channels of the map that the persona likes to use.</summary>
    public IReadOnlyList<TouchpointChannel> PreferredChannels { get; init => field = EquatableList.Of(value); } = EquatableList<TouchpointChannel>.Empty;

    /// <summary>The devices that the persona uses.</summary>
    public IReadOnlyList<LocalizedText> Devices { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;
}
