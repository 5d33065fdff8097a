namespace CustomerJourney.Building;

internal sealed class ChannelDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "channel";

    public ChannelCategory Category { get; init; }
}
