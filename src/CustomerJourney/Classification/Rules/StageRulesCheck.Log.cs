using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <content>What a log does not have.</content>
internal sealed partial class StageRulesCheck
{
    /// <summary>What the rules name and a log does not have: events, channels, attributes and their values, currencies, stated stages; and events that state a stage which the map does not have. Empty if there is nothing.</summary>
    /// <param name="rules">The definition; it fits the map.</param>
    /// <param name="journey">The map.</param>
    /// <param name="schema">The names of the log.</param>
    /// <remarks>None of these is a fault of the definition: a log of March may lack the events of April. They are what misspelled names look like.</remarks>
    public static IReadOnlyList<string> AgainstLog(StageRules rules, Journey journey, LogSchema schema)
    {
        List<string> missing = [];
        if (rules.History is { } history) missing.AddRange(OfHistory(history, journey, schema));
        foreach ((int index, StageRule rule) in rules.Rules.Index())
        {
            IEnumerable<string> all = rule.Patterns().SelectMany(pattern => OfPattern(pattern.Pattern, schema));
            if (rule is TotalValueRule { Currency: { } currency } && !schema.Currencies.Contains(currency, StringComparer.Ordinal)) all = all.Append(Missing("currency", "currencies", currency, schema.Currencies));
            missing.AddRange(all.Distinct(StringComparer.Ordinal).Select(problem => $"{Describe(rule, index)}: {problem}"));
        }

        return missing;
    }

    private static IEnumerable<string> OfPattern(EventPattern pattern, LogSchema schema)
    {
        if (pattern.Event is { } name && schema.EventCode(name) < 0) yield return Missing("event", "events", name, schema.Events);
        if (pattern.Channel is { } channel && schema.ChannelCode(channel) < 0) yield return Missing("channel", "channels", channel, schema.Channels);
        if (pattern.Currency is { } currency && !schema.Currencies.Contains(currency, StringComparer.Ordinal)) yield return Missing("currency", "currencies", currency, schema.Currencies);
        foreach (EventCondition condition in pattern.Conditions)
        {
            AttributeColumn? column = Array.Find(schema.EventAttributeColumns, candidate => candidate.Name == condition.Attribute);
            if (column is null) yield return Missing("attribute of events", "attributes", condition.Attribute, schema.EventAttributes);
            else if (Array.BinarySearch(column.Values, condition.Value, StringComparer.Ordinal) < 0)
                yield return $"the log has no value {RuleText.Name(condition.Value)} of the attribute {RuleText.Name(condition.Attribute)}; {Values(column, condition.Value)}";
        }
    }

    private static IEnumerable<string> OfHistory(StageHistory history, Journey journey, LogSchema schema)
    {
        string[] stating = [.. schema.Events.Where(name => name.StartsWith(history.Prefix, StringComparison.Ordinal))];
        if (stating.Length == 0)
        {
            yield return $"the history: no event of the log begins with {RuleText.Name(history.Prefix)}; {Phrase.Known("events", schema.Events.Select(VisibleText.Of))}";
            yield break;
        }

        HashSet<string> named = history.Stages.Select(stated => stated.Stated).ToHashSet(StringComparer.Ordinal);
        foreach (StatedStage stated in history.Stages)
        {
            if (schema.EventCode(history.Prefix + stated.Stated) < 0) yield return $"the history: {Missing("event", "events", history.Prefix + stated.Stated, stating)}";
        }

        foreach (string name in stating)
        {
            string stated = name[history.Prefix.Length..];
            if (!named.Contains(stated) && journey.StageNames.TryFind(stated) is null)
                yield return $"the history: the event {RuleText.Name(name)} of the log states {RuleText.Name(stated)}, which is no stage of the journey {RuleText.Name(journey.Name)}; say which it is: (\"stated\", \"stage\")";
        }
    }

    private static string Missing(string kind, string kinds, string name, IReadOnlyList<string> known) => $"the log has no {kind} {RuleText.Name(name)}; {NearNames.Of(kinds, name, known)}";

    /// <summary>Values may be about people: where ids of customers are kept, none is named.</summary>
    private static string Values(AttributeColumn column, string value) =>
        column.HoldsCustomerIds ? "it holds ids of customers" : NearNames.Of("values", value, column.Values);
}
