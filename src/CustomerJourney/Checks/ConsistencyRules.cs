namespace CustomerJourney.Checks;

/// <summary>CJ036 to CJ038: whether channels agree and hang together.</summary>
internal static class ConsistencyRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ036", FindingSeverity.Error, "Contradictory message", "Find out which value is true and say it everywhere; information must agree on all channels.", Contradictions),
        new("CJ037", FindingSeverity.Warning, "Single medium", "Ask where else customers meet the company, and link physical and digital channels.", SingleMedium),
        new("CJ038", FindingSeverity.Info, "Channel break", "Name the system that both sides see, so that the customer need not begin again.", ChannelBreaks),
    ];

    private static IEnumerable<Sighting> Contradictions(CheckedMap map) =>
        from claim in map.Journey.Touchpoints.SelectMany(touchpoint => touchpoint.Claims.Select(claim => (claim.Key, claim.Value, Touchpoint: touchpoint)))
        group claim by claim.Key into claims
        let values = claims.GroupBy(claim => claim.Value, StringComparer.Ordinal).ToArray()
        where values.Length > 1
        select new Sighting(
            Element.OfClaim(claims.Key),
            $"{Wording.Quote(claims.Key)} is {string.Join(" ≠ ", values.Select(value => $"{Wording.Quote(value.Key)} ({string.Join(", ", value.Select(claim => claim.Touchpoint.Id).Distinct())})"))}.");

    private static IEnumerable<Sighting> SingleMedium(CheckedMap map)
    {
        Touchpoint[] interactions = [.. map.Journey.Touchpoints.Where(touchpoint => touchpoint is { Kind: TouchpointKind.Interaction, Channel: not null })];
        ChannelMedium[] media = [.. interactions.Select(touchpoint => touchpoint.Channel!.Medium).Distinct()];
        if (media.Length == 1 && interactions.Length > 1) yield return new(Element.Of(map.Journey), $"All touchpoints are {WordFor(media[0])}.");
    }

    /// <summary>Actions happen on no channel, so the customer passes from the last interaction to the next.</summary>
    private static IEnumerable<Sighting> ChannelBreaks(CheckedMap map)
    {
        foreach (Stage stage in map.Journey.Stages)
        {
            Touchpoint[] met = [.. stage.Touchpoints.Where(touchpoint => touchpoint.Channel is not null)];
            foreach ((Touchpoint before, Touchpoint after) in met.Zip(met.Skip(1)))
            {
                if (Breaks(before.Channel!.Medium, after.Channel!.Medium) && before.Blueprint.Systems.Count == 0 && after.Blueprint.Systems.Count == 0)
                    yield return new(Element.Of(before), $"From {Wording.Quote(before.Name)} to {Wording.Quote(after.Name)} ({after.Id}) the customer changes channel; no shared system is named.");
            }
        }
    }

    /// <summary>People belong to the physical side. A broadcast, such as a TV advert, is one-sided: there is nothing that could be lost behind it.</summary>
    private static bool Breaks(ChannelMedium before, ChannelMedium after) =>
        before != ChannelMedium.Broadcast && after != ChannelMedium.Broadcast && before == ChannelMedium.Digital != (after == ChannelMedium.Digital);

    private static string WordFor(ChannelMedium medium) => medium switch
    {
        ChannelMedium.Digital => "digital",
        ChannelMedium.Physical => "physical",
        ChannelMedium.Human => "human",
        _ => "broadcast",
    };
}
