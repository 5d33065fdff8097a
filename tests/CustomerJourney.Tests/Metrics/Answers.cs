using CustomerJourney.Events;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Logs of survey answers.</summary>
internal static class Answers
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>One answer from each of so many customers.</summary>
    public static JourneyLog Of(FeedbackKind kind, params IEnumerable<double> scores) =>
        JourneyLog.From(scores.Select((score, index) => One($"c{index}", kind, score, 0)));

    /// <summary>So many promoters, passives and detractors, each another customer.</summary>
    public static JourneyLog Nps(int promoters, int passives, int detractors) => Of(
        FeedbackKind.Nps,
        [
            .. Enumerable.Range(0, promoters).Select(index => 9.0 + (index % 2)),
            .. Enumerable.Range(0, passives).Select(index => 7.0 + (index % 2)),
            .. Enumerable.Range(0, detractors).Select(index => (double)(index % 7)),
        ]);

    public static JourneyEvent One(string customer, FeedbackKind kind, double score, int hour) =>
        new() { Customer = customer, Event = "survey", At = Noon.AddHours(hour), Feedback = new(kind, score) };
}
