using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>The sentences of what is missing.</summary>
internal static class MissingText
{
    /// <param name="missing">What is missing; all but its words.</param>
    public static string Rule(MissingEvidence missing)
    {
        string by = missing.Until is { } last ? $" by {ReasonText.Instant(last)}" : "";
        string enters = $"{by} {Enters(missing.Stage!)}";
        string have = RuleText.Number(missing.Have!.Value), need = RuleText.Number(missing.Need!.Value);
        MissingEvent first = missing.Events[0];
        return missing.Rule switch
        {
            CountRule { Times: 1 } count => $"{RuleText.Of(count.When, "any event")}{enters}",
            CountRule count => $"{Phrase.Number(first.Times)} more {RuleText.Of(count.When, first.Times == 1 ? "event" : "events")}{enters}: {have} of {need}{RuleText.Within(count.Within)}",
            TotalValueRule total => $"{RuleText.Of(total.When, "any event")} of {RuleText.Money(first.Amount!.Value, total.Currency)}{(first.Amount == 0 ? " or more" : "")}{enters}: {have} of {RuleText.Money(total.AtLeast, total.Currency)} in all",
            _ => $"{string.Join(", then ", missing.Events.Select(step => RuleText.Of(step.Pattern, "any event")))}{enters}: {have} of {need} steps of {missing.Rule}",
        };
    }

    public static string Silence(SilenceRule rule, Stage stage, DateTimeOffset until) => $"no {RuleText.Of(rule.Of, "event")} until {ReasonText.Instant(until)} {Enters(stage)}: {rule.ToText()}";

    public static string Touchpoint(Touchpoint touchpoint, MissingEvent[] plan) => $"{RuleText.Of(plan[0].Pattern, "any event")} {Enters(touchpoint.Stage)}: touchpoint {RuleText.Name(touchpoint.Name)}";

    public static string Stated(Stage stage, MissingEvent[] plan) => $"{RuleText.Of(plan[0].Pattern, "any event")} {Enters(stage)}: another system states it";

    public static string Dormancy(TimeSpan after, DateTimeOffset at) => $"any event before {ReasonText.Instant(at)} keeps the customer from becoming dormant: no event for {RuleText.Duration(after)}";

    private static string Enters(Stage stage) => $"enters {RuleText.Name(stage.Name)}";
}
