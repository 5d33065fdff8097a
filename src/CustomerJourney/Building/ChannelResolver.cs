namespace CustomerJourney.Building;

/// <summary>Turns "on the channel of this category" into a channel of the map, adding one where there is none.</summary>
internal static class ChannelResolver
{
    public static void Resolve(JourneyDraft draft)
    {
        foreach (TouchpointDraft touchpoint in draft.Touchpoints)
            if (touchpoint.Category is { } category)
                touchpoint.Channel = Resolve(draft, touchpoint, category);
    }

    private static Reference? Resolve(JourneyDraft draft, TouchpointDraft touchpoint, ChannelCategory category)
    {
        if (ChannelCategoryFacts.Of(category) is not { } facts)
        {
            draft.Problems.Add(touchpoint, $"{(int)category} is no channel category; allowed are the values of {nameof(ChannelCategory)}");
            return null;
        }

        ChannelDraft[] matches = [.. draft.Channels.Where(channel => channel.Category == category)];
        if (matches.Length == 1) return new Reference(matches[0].Name, ById: false) { Part = matches[0] };
        if (matches.Length > 1)
        {
            draft.Problems.Add(touchpoint, $"the map has several channels of the category {category}: {string.Join(", ", matches.Select(channel => Phrase.Quote(channel.Name)))}; name the one that is meant");
            return null;
        }

        ChannelDraft added = new(facts.Name) { Category = category };
        draft.Channels.Add(added);
        return new Reference(facts.Name, ById: false) { Part = added };
    }
}
