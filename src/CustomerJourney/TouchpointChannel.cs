using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>Where touchpoints take place. Immutable; a part of its map, equal only to itself.</summary>
public sealed class TouchpointChannel
{
    internal TouchpointChannel(ChannelDraft draft)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Category = draft.Category;
        CategoryName = draft.OtherCategory ?? ChannelCategoryFacts.Of(draft.Category)!.Spelling;
        Medium = draft.Medium ?? ChannelCategoryFacts.Of(draft.Category)!.Medium;
        Ownership = draft.Ownership;
    }

    /// <summary>The identity, unique among the channels of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>The kind of channel.</summary>
    public ChannelCategory Category { get; }

    /// <summary>The kind of channel as documents write it, <c>mobileApp</c>; for a kind that this version of the library does not know, whatever the document says.</summary>
    public string CategoryName { get; }

    /// <summary>What the channel is made of; what its category usually is when nobody said.</summary>
    public ChannelMedium Medium { get; }

    /// <summary>Who the channel belongs to; <see langword="null"/> when nobody said.</summary>
    public ChannelOwnership? Ownership { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
