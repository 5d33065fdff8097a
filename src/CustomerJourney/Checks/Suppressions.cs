using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Parts findings into those that are reported and those that the options suppress.</summary>
internal sealed class Suppressions
{
    private readonly IReadOnlyList<string> _entries;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public Suppressions(CheckOptions options)
    {
        _entries = options.Suppress;
        string[] unknown =
        [
            .. _entries.Where(entry => (entry is null ? "" : RuleOf(entry)) is var id && CheckRules.Find(id) is null && !options.Rules.Any(rule => string.Equals(rule.Id, id, StringComparison.Ordinal))),
        ];
        if (unknown.Length > 0)
        {
            throw new ArgumentException(
                $"{nameof(CheckOptions)}.{nameof(CheckOptions.Suppress)} names rules that do not exist: {string.Join(", ", unknown.Select(Phrase.Quote))}. Write the id of one of {nameof(CheckRules)}.{nameof(CheckRules.All)} or of a rule of your own, alone or followed by a space and an element, such as \"CJ042 pain point refused\".",
                nameof(options));
        }
    }

    /// <summary>What suppressed nothing that <see cref="Suppresses"/> was asked for.</summary>
    public IReadOnlyList<string> Unused => [.. _entries.Where(entry => !_used.Contains(entry)).Distinct(StringComparer.Ordinal)];

    public bool Suppresses(Finding finding)
    {
        string[] entries = [.. _entries.Where(entry => string.Equals(entry, finding.Rule, StringComparison.Ordinal) || string.Equals(entry, $"{finding.Rule} {finding.Element}", StringComparison.Ordinal))];
        _used.UnionWith(entries);
        return entries.Length > 0;
    }

    private static string RuleOf(string entry) => entry.Split(' ', 2)[0];
}
