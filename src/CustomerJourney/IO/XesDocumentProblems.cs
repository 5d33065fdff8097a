using System.Globalization;
using System.Xml;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What keeps a log from being written as XES, found before anything is written: names that XML cannot hold, and attributes whose keys mean something else.</summary>
internal static class XesDocumentProblems
{
    private const int MostTold = 10_000;

    public static List<string> Of(JourneyLog log)
    {
        List<string> problems = [];
        LogColumns columns = log.Columns;
        AddNames(problems, "customer", log.CustomerArray);
        AddNames(problems, "event", log.Schema.Events);
        AddNames(problems, "channel", log.Schema.Channels);
        AddNames(problems, "question", columns.Feedback?.QuestionNames ?? []);
        AddNames(problems, "touchpoint of an answer", columns.Feedback?.AboutNames ?? []);
        AddNames(problems, "currency", columns.Money?.CurrencyNames ?? []);
        AddNames(problems, "event id", columns.Ids?.OfType<string>() ?? []);
        foreach (AttributeColumn attribute in columns.EventAttributes)
        {
            if (XesKeys.OfEvents.Contains(attribute.Name)) problems.Add($"the event attribute '{attribute.Name}' has the key of another fact of events; leave it out or rename it");
            if (attribute.Name == XesKeys.Transition) AddTransitions(problems, columns, attribute);
            AddAttribute(problems, "event", attribute);
        }

        foreach (AttributeColumn attribute in columns.CustomerAttributes)
        {
            if (attribute.Name == XesKeys.Name) problems.Add($"the customer attribute '{attribute.Name}' has the key of the customer id; leave it out or rename it");
            AddAttribute(problems, "customer", attribute);
        }

        return problems;
    }

    private static void AddAttribute(List<string> problems, string level, AttributeColumn attribute)
    {
        AddNames(problems, $"name of the {level} attribute", [attribute.Name]);
        AddNames(problems, $"value of the {level} attribute '{attribute.Name}'", attribute.Values);
    }

    /// <summary>An event that lasts is written as a start and a completion, so it cannot have a transition of its own.</summary>
    private static void AddTransitions(List<string> problems, LogColumns columns, AttributeColumn transitions)
    {
        if (columns.StartedAt is not { } starts) return;
        int count = 0;
        for (int position = 0; position < starts.Length; position++)
        {
            if (starts[position] < columns.Ticks[position] && transitions.Codes[position] >= 0) count++;
        }

        if (count > 0) problems.Add($"{count} events last and have an attribute '{XesKeys.Transition}', but what lasts is written as a start and a completion; leave the attribute out");
    }

    private static void AddNames(List<string> problems, string what, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (problems.Count == MostTold) return;
            if (Forbidden(name) is { } character)
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"the {what} '{name}' holds the character U+{(int)character:X4}, which XML cannot; rename it, or write CSV, JSON Lines or a snapshot"));
        }
    }

    private static char? Forbidden(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            // Halves of pairs are never alone in a log.
            if (!XmlConvert.IsXmlChar(text[index]) && !char.IsSurrogate(text[index])) return text[index];
        }

        return null;
    }
}
