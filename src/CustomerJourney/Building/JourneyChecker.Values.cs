namespace CustomerJourney.Building;

internal sealed partial class JourneyChecker
{
    private void CheckParts(string kinds, IReadOnlyList<NamedDraft> parts)
    {
        foreach (NamedDraft part in parts)
        {
            CheckName(part);
            CheckId(part);
        }

        CheckIds(kinds, parts);
    }

    private void CheckIds(string kinds, IReadOnlyList<NamedDraft> parts)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (NamedDraft part in parts)
        {
            if (!ids.Add(part.Id!)) _problems.Add(part, $"the id {Phrase.Quote(part.Id)} is taken by another of the map's {kinds}; each needs its own", "id");
        }
    }

    private void CheckId(NamedDraft part)
    {
        if (!Slug.IsValid(part.Id!)) _problems.Add(part, $"the id is {Phrase.Quote(part.Id)}; {Slug.Rule}", "id");
    }

    private void CheckName(NamedDraft part)
    {
        if (part.Words is null) _problems.Add(part, $"the {part.NameWord} is missing; write something", part.NameWord);
        else CheckText(part, $"the {part.NameWord}", part.Words, part.NameWord);
    }

    /// <summary>Texts that people read, where there are any: not blank, valid Unicode, in languages that are some; otherwise anything.</summary>
    private void CheckText(Draft part, string what, LocalizedText? text, string property)
    {
        if (text is null) return;
        if (text.IsPlain)
        {
            CheckWords(part, what, text.Texts[0].Text, property);
            return;
        }

        if (text.Texts.Count == 0) _problems.Add(part, $"{what} is there in no language; write something", property);
        HashSet<string> languages = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string language, string words) in text.Texts)
        {
            string which = $"{what} in {Phrase.Quote(language)}";
            if (!LanguageTag.IsValid(language)) _problems.Add(part, $"{what} is in the language {Phrase.Quote(language)}; {LanguageTag.Rule}", property);
            else if (!languages.Add(language)) _problems.Add(part, $"{which} is there twice; once is enough", property);
            CheckWords(part, which, words, property);
        }
    }

    private void CheckWords(Draft part, string what, string? words, string property)
    {
        if (string.IsNullOrWhiteSpace(words)) _problems.Add(part, $"{what} is blank; write something", property);
        else CheckUnicode(part, what, words, property);
    }

    private void CheckTexts(Draft part, string what, IReadOnlyList<LocalizedText?> texts, string property)
    {
        if (texts.Count == 0) return;
        foreach ((int place, LocalizedText? text) in texts.Index())
        {
            if (text is null) _problems.Add(part, $"{what} is null; write something", property);
            else CheckText(part, what, text, $"{property}[{Phrase.Number(place)}]");
        }
    }

    /// <summary>Names that must equal names in the log: not empty, but blanks are data too.</summary>
    private void CheckDataName(Draft part, string what, string? name, string property)
    {
        if (string.IsNullOrEmpty(name)) _problems.Add(part, $"{what} is {(name is null ? "missing" : "empty")}; name it as the log does", property);
        else CheckUnicode(part, what, name, property);
    }

    /// <summary>Half a surrogate pair is no text: a file cannot hold it, so it would not come back as it was.</summary>
    private void CheckUnicode(Draft part, string what, string text, string property)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else
            {
                _problems.Add(part, $"{what} holds half of a surrogate pair at position {i}; allowed is any valid Unicode text", property);
                return;
            }
        }
    }

    private void CheckScore(Draft part, string what, int? value, string property)
    {
        if (value is { } given && given is < 1 or > 5) _problems.Add(part, $"the {what} is {Phrase.Number(given)}; allowed is 1 to 5", property);
    }

    private void CheckShare(Draft part, string what, double? value, string property)
    {
        if (value is { } given && !(given is >= 0 and <= 1)) _problems.Add(part, $"{what} is {Phrase.Number(given)}; allowed is 0 to 1", property);
    }

    private void CheckAtLeast(Draft part, string what, int? value, int least, string property)
    {
        if (value < least) _problems.Add(part, $"the {what} is {Phrase.Number(value.Value)}; allowed is {Phrase.Number(least)} or more", property);
    }

    private void CheckDefined<TEnum>(Draft part, TEnum? value, string what, string? property = null) where TEnum : struct, Enum
    {
        if (value is { } given && !Enum.IsDefined(given)) _problems.Add(part, $"the {what} is {given}; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}", property ?? what);
    }

    private void CheckDefined<TEnum>(Draft part, TEnum value, string what, string? property = null) where TEnum : struct, Enum => CheckDefined(part, (TEnum?)value, what, property);

    private void CheckDuration(Draft part, DurationRange? range)
    {
        const string Property = "expectedDuration";
        if (range is not { } expected) return;
        TimeSpan[] wrong = [.. ((TimeSpan[])[expected.Shortest, expected.Longest]).Where(duration => duration < TimeSpan.Zero || duration.Ticks % TimeSpan.TicksPerSecond != 0)];
        foreach (TimeSpan duration in wrong) _problems.Add(part, $"the expected duration is {duration}; allowed are whole seconds, not negative", Property);
        if (wrong.Length == 0 && expected.Shortest > expected.Longest) _problems.Add(part, $"the shortest expected duration {expected.Shortest} is longer than the longest, {expected.Longest}", Property);
    }

    /// <summary>Ids of other maps: they need not be known here, but cannot be this one.</summary>
    private void CheckOtherJourney(Draft part, string what, string? id, string property)
    {
        if (id is null) return;
        if (!Slug.IsValid(id)) _problems.Add(part, $"the id of its {what} is {Phrase.Quote(id)}; {Slug.Rule}", property);
        else if (string.Equals(id, journey.Id, StringComparison.Ordinal)) _problems.Add(part, $"its {what} is {Phrase.Quote(id)}, which is this map itself; name another", property);
    }

    private NamedDraft? CheckReference(Draft part, Reference? reference, PartIndex among)
    {
        if (reference is null) return null;
        IReadOnlyList<NamedDraft> meant = among.Meant(reference);
        if (meant.Count == 0) _problems.Add(part, among.Missing(reference), reference.Source);
        if (meant.Count > 1) _problems.Add(part, Phrase.Several(among.Kinds, reference.Text, meant.Select(part => part.Id!)), reference.Source);
        return meant.Count == 1 ? meant[0] : null;
    }

    private void CheckReferences(Draft part, DraftList<Reference> references, PartIndex among)
    {
        if (references.Count == 0) return;
        HashSet<NamedDraft> met = [];
        foreach (Reference reference in references)
        {
            if (CheckReference(part, reference, among) is { } found && !met.Add(found))
                _problems.Add(part, $"{found.Description} is named twice; once is enough", reference.Source);
        }
    }
}
