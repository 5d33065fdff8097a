using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Asks the rules that users wrote, and holds them to what they promise.</summary>
internal static class UserRules
{
    /// <summary>Refuses rules whose ids cannot be told from others.</summary>
    public static void CheckIds(CheckOptions options)
    {
        HashSet<string> ids = new(CheckRules.All.Select(rule => rule.Id), StringComparer.Ordinal);
        foreach (ICheckRule? rule in options.Rules)
        {
            if (rule is null) throw new ArgumentException($"{nameof(CheckOptions)}.{nameof(CheckOptions.Rules)} holds null; leave it out.", nameof(options));
            if (string.IsNullOrEmpty(rule.Id) || rule.Id.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
                throw new ArgumentException($"The rule {rule.GetType().Name} has the id {Phrase.Quote(rule.Id)}; give one without white space, such as \"SHOP1\".", nameof(options));
            if (!ids.Add(rule.Id))
                throw new ArgumentException($"The id {Phrase.Quote(rule.Id)} of the rule {rule.GetType().Name} is taken by another rule; give it its own.", nameof(options));
        }
    }

    public static IEnumerable<Finding> Find(CheckedMap map) => map.Options.Rules.SelectMany(rule => Find(rule, map));

    private static IEnumerable<Finding> Find(ICheckRule rule, CheckedMap map)
    {
        foreach (Finding? finding in rule.Check(map.Journey, map.AsOf) ?? throw new InvalidOperationException($"The rule {Phrase.Quote(rule.Id)} returned null; an empty sequence says that all is well."))
        {
            if (finding?.Element is null || finding.Message is null)
                throw new InvalidOperationException($"The rule {Phrase.Quote(rule.Id)} returned a finding without element or message; give both.");
            if (!string.Equals(finding.Rule, rule.Id, StringComparison.Ordinal))
                throw new InvalidOperationException($"The rule {Phrase.Quote(rule.Id)} returned a finding of the rule {Phrase.Quote(finding.Rule)}; a rule gives findings of its own id.");
            yield return finding;
        }
    }
}
