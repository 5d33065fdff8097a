using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>Where touchpoints take place. Immutable; a part of its map, equal only to itself.</summary>
public sealed class TouchpointChannel
{
    internal TouchpointChannel(ChannelDraft draft)
    {
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

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
