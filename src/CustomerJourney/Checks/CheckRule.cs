namespace CustomerJourney.Checks;

/// <summary>A rule of the library.</summary>
public sealed class CheckRule
{
    internal CheckRule(string id, FindingSeverity severity, string title, string suggestion, Func<CheckedMap, IEnumerable<Sighting>> find)
    {
        Id = id;
        Severity = severity;
        Title = title;
        Suggestion = suggestion;
        Find = find;
    }

    /// <summary>The id, such as <c>CJ041</c>; it never changes its meaning.</summary>
    public string Id { get; }

    /// <summary>How much its findings matter.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The rule in a few words, such as "Pain point without opportunity".</summary>
    public string Title { get; }

    /// <summary>What to do about its findings.</summary>
    public string Suggestion { get; }

    /// <summary>Where a map breaks the rule.</summary>
    internal Func<CheckedMap, IEnumerable<Sighting>> Find { get; }

    /// <summary>The id and the title.</summary>
    public override string ToString() => $"{Id} {Title}";

    internal Finding At(Sighting sighting) => new() { Rule = Id, Severity = Severity, Element = sighting.Element, Message = sighting.Message, Suggestion = Suggestion };
}
