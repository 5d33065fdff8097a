namespace CustomerJourney.Building;

internal sealed class ChannelDraft(LocalizedText? name) : NamedDraft(name)
{
    public override string Kind => "channel";

    public ChannelCategory Category { get; set; }

    /// <summary>The category in the words of a document where it is none that is known.</summary>
    public string? OtherCategory { get; set; }

    /// <summary>The medium; that of the category where nobody said.</summary>
    public ChannelMedium? Medium { get; set; }

    public ChannelOwnership? Ownership { get; set; }
}
