using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>The sentences of reasons.</summary>
internal static class ReasonText
{
    public static string Stated(int events) => $"another system stated the stage, {At(events)}";

    public static string Rule(StageRule rule, int number, int held, int decided, DateTimeOffset latest, decimal? total)
    {
        string reached = total is { } amount ? $"; {RuleText.Money(amount, ((TotalValueRule)rule).Currency)} in all by then" : "";
        return $"{Of(rule, number)}: held {At(held)}{(held == 1 ? "," : ", the latest at")} {Instant(latest)}{Decided(decided, held)}{reached}";
    }

    public static string Touchpoint(Touchpoint touchpoint, int events, int decided) =>
        $"touchpoint {RuleText.Name(touchpoint.Name)}: observed {At(events)}{Decided(decided, events)}";

    public static string Silent(SilenceRule rule, int number, int times, DateTimeOffset since, TimeSpan silence, bool lasts) =>
        $"{Of(rule, number)}: {(times == 1 ? "" : $"complete {Phrase.Number(times)} times, the latest ")}silent since {Instant(since)}, {(lasts ? "for" : "ended after")} {Duration(silence)}";

    public static string Dormancy(TimeSpan after, DateTimeOffset silentSince, DateTimeOffset dormantSince) =>
        $"no event for {RuleText.Duration(after)}: silent since {Instant(silentSince)}, dormant since {Instant(dormantSince)}";

    /// <summary>A rule by its number, its name if it has one, and what it says.</summary>
    public static string Of(StageRule rule, int number) =>
        $"rule {Phrase.Number(number)} {(string.IsNullOrWhiteSpace(rule.Name) ? "" : $"{RuleText.Name(rule.Name)} ")}({rule.ToText()})";

    /// <summary>An instant in UTC, with no more digits than it needs: <c>2026-03-08 14:00</c>.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(
        instant.UtcTicks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A duration to whole seconds, below.</summary>
    public static string Duration(TimeSpan duration) => RuleText.Duration(TimeSpan.FromTicks(duration.Ticks - (duration.Ticks % TimeSpan.TicksPerSecond)));

    private static string At(int events) => events == 1 ? "at 1 event" : $"at {Phrase.Number(events)} events";

    private static string Decided(int decided, int held) => (decided, held) switch
    {
        (0, _) => ", where something else decided",
        _ when decided == held => "",
        _ => $", decided at {Phrase.Number(decided)} of them",
    };
}
