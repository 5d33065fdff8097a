using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>The sentences of what is missing.</summary>
internal static class MissingText
{
    public static string Rule(StageRule rule, MissingEvent[] plan, Stage stage, decimal have, decimal need, DateTimeOffset? until)
    {
        string by = until is { } last ? $" by {ReasonText.Instant(last)}" : "";
        string enters = $"{by} {Enters(stage)}";
        return rule switch
        {
            CountRule { Times: 1 } count => $"{RuleText.Of(count.When, "any event")}{enters}",
            CountRule count => $"{Phrase.Number(plan[0].Times)} more {RuleText.Of(count.When, plan[0].Times == 1 ? "event" : "events")}{enters}: {RuleText.Number(have)} of {RuleText.Number(need)}{RuleText.Within(count.Within)}",
            TotalValueRule total => $"{RuleText.Of(total.When, "any event")} of {RuleText.Money(plan[0].Amount!.Value, total.Currency)}{(plan[0].Amount == 0 ? " or more" : "")}{enters}: {RuleText.Number(have)} of {RuleText.Money(need, total.Currency)} in all",
            _ => $"{string.Join(", then ", plan.Select(missing => RuleText.Of(missing.Pattern, "any event")))}{enters}: {RuleText.Number(have)} of {RuleText.Number(need)} steps of {rule.ToText()}",
        };
    }

    public static string Silence(SilenceRule rule, Stage stage, DateTimeOffset until) => $"no {RuleText.Of(rule.Of, "event")} until {ReasonText.Instant(until)} {Enters(stage)}: {rule.ToText()}";

    public static string Touchpoint(Touchpoint touchpoint, MissingEvent[] plan) => $"{RuleText.Of(plan[0].Pattern, "any event")} {Enters(touchpoint.Stage)}: touchpoint {RuleText.Name(touchpoint.Name)}";

    public static string Stated(Stage stage, MissingEvent[] plan) => $"{RuleText.Of(plan[0].Pattern, "any event")} {Enters(stage)}: another system states it";

    public static string Dormancy(TimeSpan after, DateTimeOffset at) => $"any event before {ReasonText.Instant(at)} keeps the customer from becoming dormant: no event for {RuleText.Duration(after)}";

    private static string Enters(Stage stage) => $"enters {RuleText.Name(stage.Name)}";
}
