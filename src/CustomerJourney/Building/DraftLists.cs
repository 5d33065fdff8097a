namespace CustomerJourney.Building;

/// <summary>What a finished map takes from lists that were filled.</summary>
internal static class DraftLists
{
    /// <summary>The texts as part of a map in a language.</summary>
    public static IReadOnlyList<LocalizedText> InMap(this IReadOnlyList<LocalizedText?> texts, string language) =>
        texts.Count == 0 ? EquatableList<LocalizedText>.Empty : new EquatableList<LocalizedText>([.. texts.Select(text => text!.InMap(language))]);

    /// <summary>Adds references by name or id.</summary>
    public static void Name(this DraftList<Reference> references, ReadOnlySpan<string> names)
    {
        Reference[] all = new Reference[names.Length];
        for (int i = 0; i < names.Length; i++) all[i] = new Reference(names[i], ById: false);
        references.Say(all);
    }
}
