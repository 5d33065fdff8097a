using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>What metrics of events that are known by their names check.</summary>
internal static class NamedEvents
{
    public static Tally<TResult> WithoutLog<TResult>(string? eventName, Analysis metric, Func<LogSchema, Tally<TResult>> create) => eventName is null
        ? create(LogSchema.Detached)
        : throw new InvalidOperationException($"{metric.GetType().Name} looks for events named '{eventName}', and a tally without a log does not know the names of events: ask a log with Measure.");

    public static void RequireAll(AnswerCounting counting, Analysis metric)
    {
        if (counting != AnswerCounting.All)
            throw new InvalidOperationException($"{metric.GetType().Name} sums up all events of a customer, so it cannot count the {counting} only: leave Counting at {AnswerCounting.All}.");
    }
}
