using CustomerJourney.Events;

namespace CustomerJourney.Tests.Metrics.Trends;

/// <summary>Logs of survey answers by week, from Monday, January 5th 2026 (2026-W02); every answer from another customer.</summary>
internal static class Weeks
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset End(int weeks) => Start.AddDays(7 * weeks);

    public static TimeRange Span(int first, int end) => new(End(first), End(end));

    /// <summary>NPS answers: for each week so many promoters, passives and detractors.</summary>
    public static IEnumerable<JourneyEvent> Nps(params IReadOnlyList<(int Promoters, int Passives, int Detractors)> weeks) =>
        weeks.SelectMany((week, i) => Scores(FeedbackKind.Nps, i, [.. Enumerable.Repeat(10.0, week.Promoters), .. Enumerable.Repeat(8.0, week.Passives), .. Enumerable.Repeat(2.0, week.Detractors)]));

    /// <summary>CSAT answers on a scale 1…5: for each week so many satisfied ones of so many.</summary>
    public static IEnumerable<JourneyEvent> Csat(params IReadOnlyList<(int Hits, int Total)> weeks) =>
        weeks.SelectMany((week, i) => Scores(FeedbackKind.Csat, i, [.. Enumerable.Repeat(5.0, week.Hits), .. Enumerable.Repeat(1.0, week.Total - week.Hits)]));

    /// <summary>Answers of one week, spread over its days.</summary>
    public static IEnumerable<JourneyEvent> Scores(FeedbackKind kind, int week, IReadOnlyList<double> scores) =>
        scores.Select((score, i) => new JourneyEvent
        {
            Customer = $"w{week}-{i}",
            Event = "survey",
            At = End(week).AddHours(168.0 * (i + 0.5) / scores.Count),
            Feedback = new(kind, score),
        });
}
