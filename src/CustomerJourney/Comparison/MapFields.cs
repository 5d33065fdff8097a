using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Comparison;

/// <summary>Compares what two maps say of one part, fact by fact, with what points to the same part taken as the same.</summary>
internal sealed class MapFields(MapValues baseline, MapValues candidate, Func<object, object> common)
{
    /// <summary>Lists whose order says nothing.</summary>
    private static readonly string[] Unordered = ["transitions", "claims", "eventBindings", DocumentSchema.ObservedAs];

    /// <summary>The facts that differ, in the order of the format; those of which only the baseline says something come last.</summary>
    /// <param name="before">What the baseline says.</param>
    /// <param name="after">What the candidate says.</param>
    /// <param name="except">Properties that are compared elsewhere: identity, name, and parts of their own.</param>
    public IReadOnlyList<MapFieldChange> Compare(DocumentValue before, DocumentValue after, params ReadOnlySpan<string> except)
    {
        List<MapFieldChange> changes = [];
        Dictionary<string, DocumentValue> old = ByName(before), current = ByName(after);
        foreach (string property in Names(before, after))
        {
            if (!except.Contains(property)) Compare(changes, property, property, old.GetValueOrDefault(property), current.GetValueOrDefault(property));
        }

        return changes;
    }

    /// <summary>A fact in words, for sentences: <c>expected duration</c>.</summary>
    public static string Label(string field)
    {
        string name = field is DocumentSchema.EmotionTarget or DocumentSchema.ObservedAs or DocumentSchema.PersonaAttribute ? field[DocumentSchema.OwnPrefix.Length..] : field;
        if (name.Contains('-', StringComparison.Ordinal)) return name;
        if (MapPartKind.Of(name.Split('.')[^1]) is not null) name = name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3] + "s" : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name;
        return string.Concat(name.Select(letter => letter == '.' ? " " : char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
    }

    private static IEnumerable<string> Names(DocumentValue before, DocumentValue after) =>
        after.Members.Select(member => member.Name).Concat(before.Members.Select(member => member.Name)).Distinct(StringComparer.Ordinal);

    /// <summary>The members of an object by name: there may be a hundred thousand, so they are not searched one by one.</summary>
    private static Dictionary<string, DocumentValue> ByName(DocumentValue value)
    {
        Dictionary<string, DocumentValue> members = new(value.Members.Count, StringComparer.Ordinal);
        foreach (DocumentMember member in value.Members) members.TryAdd(member.Name, member.Value);
        return members;
    }

    private void Compare(List<MapFieldChange> changes, string property, string field, DocumentValue? before, DocumentValue? after)
    {
        if (before is not null && after is not null)
        {
            if (AreSame(property, before, after)) return;
            if (before.Kind == DocumentValueKind.Object && after.Kind == DocumentValueKind.Object && !IsForeign(property))
            {
                Dictionary<string, DocumentValue> old = ByName(before), current = ByName(after);
                foreach (string inner in Names(before, after)) Compare(changes, inner, $"{field}.{inner}", old.GetValueOrDefault(inner), current.GetValueOrDefault(inner));
                return;
            }
        }

        changes.Add(new MapFieldChange { Field = field, Before = before is null ? null : Say(property, before, baseline), After = after is null ? null : Say(property, after, candidate) });
    }

    private bool AreSame(string property, DocumentValue before, DocumentValue after)
    {
        if (before.Kind != after.Kind) return false;
        if (IsForeign(property)) return AreAlike(before, after, (_, one, other) => AreSame("x-", one, other), property);
        return AreAlike(before, after, AreSame, property);
    }

    private bool AreAlike(DocumentValue before, DocumentValue after, Func<string, DocumentValue, DocumentValue, bool> inner, string property) => before.Kind switch
    {
        DocumentValueKind.Object => before.Members.Count == after.Members.Count && ByName(after) is var current
            && before.Members.All(member => current.TryGetValue(member.Name, out DocumentValue? value) && value.Kind == member.Value.Kind && inner(member.Name, member.Value, value)),
        DocumentValueKind.List when Unordered.Contains(property) => before.Items.Count == after.Items.Count && AreSameInSomeOrder(before.Items, after.Items, inner),
        DocumentValueKind.List => before.Items.Count == after.Items.Count && before.Items.Zip(after.Items).All(pair => pair.First.Kind == pair.Second.Kind && inner(property, pair.First, pair.Second)),
        DocumentValueKind.Number => Number(before).Equals(Number(after)),
        DocumentValueKind.Text when PartOf(property, before, baseline) is { } one && PartOf(property, after, candidate) is { } other => ReferenceEquals(common(one), common(other)),
        _ => string.Equals(before.Content, after.Content, StringComparison.Ordinal),
    };

    private static bool AreSameInSomeOrder(IReadOnlyList<DocumentValue> before, IReadOnlyList<DocumentValue> after, Func<string, DocumentValue, DocumentValue, bool> areSame)
    {
        List<DocumentValue> left = [.. after];
        return before.All(value =>
        {
            int place = left.FindIndex(other => areSame("", value, other));
            if (place >= 0) left.RemoveAt(place);
            return place >= 0;
        });
    }

    private static double Number(DocumentValue value) => double.Parse(value.Content, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether the names below a property are not those of the format: attributes of events, and what others added.</summary>
    private static bool IsForeign(string property) => property == "where" || (property.StartsWith("x-", StringComparison.Ordinal) && property != DocumentSchema.ObservedAs);

    private static object? PartOf(string property, DocumentValue id, MapValues map) => MapPartKind.Of(property) is { } kind ? map.Part(kind, id.Content) : null;

    private static string Say(string property, DocumentValue value, MapValues map) => value.Kind switch
    {
        DocumentValueKind.Object => $"({string.Join(", ", value.Members.Select(member => $"{Label(member.Name)} {Say(IsForeign(property) ? "x-" : member.Name, member.Value, map)}"))})",
        DocumentValueKind.List => value.Items.Count == 0 ? "none" : string.Join(", ", value.Items.Select(item => Say(property, item, map))),
        DocumentValueKind.Text => Phrase.Quote(PartOf(property, value, map) is { } part ? map.Name(part) : value.Content),
        DocumentValueKind.Flag => value.Content == "true" ? "yes" : "no",
        _ => value.Content,
    };
}
