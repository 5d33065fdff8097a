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

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (NamedDraft part in parts)
        {
            if (part.Name is not null && !names.Add(part.Name)) _problems.Add(part, $"the {part.NameWord} is taken by another of the map's {kinds}; each needs its own", part.NameWord);
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

    private void CheckName(NamedDraft part) => CheckText(part, $"the {part.NameWord}", part.Name, part.NameWord);

    /// <summary>Texts that people read: not blank, valid Unicode, otherwise anything.</summary>
    private void CheckText(Draft part, string what, string? text, string property)
    {
        if (string.IsNullOrWhiteSpace(text)) _problems.Add(part, $"{what} is {(text is null ? "null" : "blank")}; write something", property);
        else CheckUnicode(part, what, text, property);
    }

    /// <summary>Names that must equal names in the log: not empty, but blanks are data too.</summary>
    private void CheckDataName(Draft part, string what, string? name, string property)
    {
        if (string.IsNullOrEmpty(name)) _problems.Add(part, $"{what} is {(name is null ? "null" : "empty")}; name it as the log does", property);
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

    private void CheckDefined<TEnum>(Draft part, TEnum value, string property) where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value)) _problems.Add(part, $"the {property} is {value}; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}", property);
    }

    private TDraft? Resolve<TDraft>(Draft part, string kind, string kinds, Reference reference, IReadOnlyList<TDraft> among, string property) where TDraft : NamedDraft
    {
        TDraft? found = reference.Find(among);
        if (found is null) _problems.Add(part, $"there is no {Phrase.Of(kind, reference.Text)}; {Phrase.Known(kinds, among.Select(known => reference.ById ? known.Id : known.Name))}", property);
        return found;
    }
}
