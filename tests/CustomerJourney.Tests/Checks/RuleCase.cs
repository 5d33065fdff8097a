using System.Text.Json.Nodes;
using CustomerJourney.Checks;

namespace CustomerJourney.Tests.Checks;

/// <summary>A change of the clean map that breaks a rule and no other, and one beside it that just keeps it.</summary>
internal sealed record RuleCase(string Rule, string Element, string Message, Action<JsonNode> Breaks, Action<JsonNode> Keeps)
{
    /// <summary>The options of both checks.</summary>
    public CheckOptions Options { get; init; } = new();

    /// <summary>The day of the check that breaks the rule; the other one is a day before.</summary>
    public DateOnly AsOf { get; init; } = CleanMap.AsOf;
}
