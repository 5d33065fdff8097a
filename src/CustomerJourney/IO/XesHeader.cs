namespace CustomerJourney.IO;

/// <summary>What a document says before its traces: classifiers and global attributes.</summary>
internal sealed class XesHeader
{
    private readonly List<(string Name, IReadOnlyList<string> Keys)> _classifiers = [];

    /// <summary>The global attributes of events.</summary>
    public XesRecord EventGlobals { get; } = new();

    /// <summary>The global attributes of traces.</summary>
    public XesRecord TraceGlobals { get; } = new();

    /// <summary>Remembers a classifier of events.</summary>
    public void AddClassifier(string name, string keys) => _classifiers.Add((name, KeysIn(keys)));

    /// <summary>The keys of a classifier.</summary>
    /// <exception cref="JourneyDefinitionException">The document has no such classifier, or it has no keys.</exception>
    public IReadOnlyList<string> KeysOf(string classifier, string source)
    {
        foreach ((string name, IReadOnlyList<string> keys) in _classifiers)
        {
            if (name != classifier) continue;
            return keys.Count > 0 ? keys : throw new JourneyDefinitionException($"The log of {source}", [$"the classifier '{classifier}' has no keys; use XesFormat.Event"]);
        }

        string known = _classifiers.Count == 0 ? "it has none" : $"it has {string.Join(", ", _classifiers.Select(one => $"'{one.Name}'"))}";
        throw new JourneyDefinitionException($"The log of {source}", [$"the document has no event classifier '{classifier}' before its traces; {known}"]);
    }

    /// <summary>Keys stand between spaces; one that holds spaces stands in single quotes.</summary>
    private static List<string> KeysIn(string text)
    {
        List<string> keys = [];
        for (int place = 0; place < text.Length;)
        {
            if (char.IsWhiteSpace(text[place]))
            {
                place++;
                continue;
            }

            bool quoted = text[place] == '\'';
            int first = quoted ? place + 1 : place;
            int end = first;
            while (end < text.Length && (quoted ? text[end] != '\'' : !char.IsWhiteSpace(text[end]))) end++;
            if (end > first) keys.Add(text[first..end]);
            place = quoted ? end + 1 : end;
        }

        return keys;
    }
}
