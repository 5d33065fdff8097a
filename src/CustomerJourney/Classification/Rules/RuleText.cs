using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>The words in which rules are told: in explanations and in problems. Names from outside stand in quotes, on one line.</summary>
internal static class RuleText
{
    /// <summary>A name from outside.</summary>
    public static string Name(string? name) => name is null ? "null" : Phrase.Quote(VisibleText.Of(name));

    /// <summary>So many events of a pattern: <c>3 "product_viewed"</c>, <c>"order_paid" on channel "web"</c>, <c>2 events</c>.</summary>
    public static string Count(int times, EventPattern? pattern) => pattern switch
    {
        null => "nothing",
        _ when times == 1 => Of(pattern, "any event"),
        _ => $"{Phrase.Number(times)} {Of(pattern, "events")}",
    };

    /// <summary>The events of a pattern.</summary>
    /// <param name="pattern">The pattern; a broken one is told as it is.</param>
    /// <param name="any">What events of any name are called.</param>
    public static string Of(EventPattern? pattern, string any)
    {
        if (pattern is null) return "nothing";
        StringBuilder text = new(pattern.Event is null ? any : Name(pattern.Event));
        if (pattern.Channel is not null) text.Append(CultureInfo.InvariantCulture, $" on channel {Name(pattern.Channel)}");
        foreach ((int index, EventCondition? condition) in pattern.Conditions.Index())
            text.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? " with" : " and")} {Name(condition?.Attribute)} = {Name(condition?.Value)}");
        if (pattern.MinimumValue is { } value) text.Append(CultureInfo.InvariantCulture, $" worth at least {Money(value, pattern.Currency)}");
        if (pattern.Feedback is { } kind) text.Append(CultureInfo.InvariantCulture, $" that answers {Kind(kind)}{Scores(pattern)}");
        return text.ToString();
    }

    /// <summary>An amount: <c>1000 EUR</c>.</summary>
    public static string Money(decimal amount, string? currency) => currency is null ? Number(amount) : $"{Number(amount)} {VisibleText.Of(currency)}";

    /// <summary>A number with no more digits than it needs.</summary>
    public static string Number(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>A window, where there is one: <c> within 7 days</c>.</summary>
    public static string Within(TimeSpan? within) => within is { } window ? $" within {Duration(window)}" : "";

    /// <summary>A duration in days, hours, minutes and seconds, the parts that are not zero: <c>1 day 12 hours</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero) return duration == TimeSpan.Zero ? "0 seconds" : duration.ToString("c", CultureInfo.InvariantCulture);
        decimal seconds = duration.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        (decimal Amount, string Unit)[] parts = [(duration.Days, "day"), (duration.Hours, "hour"), (duration.Minutes, "minute"), (seconds, "second")];
        return string.Join(' ', parts
            .Where(part => part.Amount != 0)
            .Select(part => $"{Number(part.Amount)} {part.Unit}{(part.Amount == 1 ? "" : "s")}"));
    }

    private static string Kind(FeedbackKind kind) => kind switch
    {
        FeedbackKind.None => "a survey of no known kind",
        FeedbackKind.Nps => "NPS",
        FeedbackKind.Csat => "CSAT",
        FeedbackKind.Ces => "CES",
        FeedbackKind.Emotion => "emotion",
        FeedbackKind.EmployeeNps => "eNPS",
        FeedbackKind.Ces1 => "CES 1.0",
        _ => $"the kind {Phrase.Number((int)kind)}",
    };

    private static string Scores(EventPattern pattern) => (pattern.MinimumScore, pattern.MaximumScore) switch
    {
        (null, null) => "",
        ({ } least, null) => $" with {Phrase.Number(least)} or more",
        (null, { } most) => $" with {Phrase.Number(most)} or less",
        ({ } least, { } most) => $" with {Phrase.Number(least)} to {Phrase.Number(most)}",
    };
}
