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
        Name = draft.Name!;
        Category = draft.Category;
    }

    /// <summary>The identity, unique among the channels of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, unique among the channels of the map, as it was written.</summary>
    public string Name { get; }

    /// <summary>The kind of channel.</summary>
    public ChannelCategory Category { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
