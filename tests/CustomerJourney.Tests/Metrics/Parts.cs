using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>What holds for every metric: any partition of the customers, through bytes or not, and any number of threads give the same bits; and JSON is JSON.</summary>
internal static class Parts
{
    public static void Same<TResult>(JourneyEvent[] events, Analysis<TResult> question, int seed)
        where TResult : MetricResult
    {
        string expected = Text(JourneyLog.From(events).Measure(question));
        Assert.Equal(expected, Text(JourneyLog.From(events).Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 1 })));
        Random random = new(seed);
        int count = random.Next(1, 5);
        JourneyEvent[][] parts = [.. events.GroupBy(one => one.Customer).GroupBy(_ => random.Next(count)).Select(part => part.SelectMany(customer => customer).ToArray())];
        List<PartialResult<TResult>> answers = [.. LogGenerator.Shuffled(parts.Append([]), seed).Select(part => JourneyLog.From(part).MeasurePart(question))];
        while (answers.Count > 1)
        {
            PartialResult<TResult> merged = answers[0].Merge(random.Next(2) == 0 ? answers[1] : PartialResult<TResult>.FromBytes(question, answers[1].ToBytes()));
            answers.RemoveRange(0, 2);
            answers.Add(merged);
        }

        byte[] bytes = answers[0].ToBytes();
        Assert.Equal(expected, Text(answers[0].ToResult()));
        Assert.Equal(JourneyLog.From(events).MeasurePart(question).ToBytes(), bytes);
        Assert.Equal(expected, Text(PartialResult<TResult>.FromBytes(question, bytes).ToResult()));
    }

    /// <summary>All figures of a result, unrounded, and the sums behind them.</summary>
    public static string Text(MetricResult result)
    {
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal(result.Value is null, json.RootElement.GetProperty("value").ValueKind == JsonValueKind.Null);
        Assert.Equal(result.Value is null, result.WhyNoValue is not null);
        if (result.Estimate is { } estimate) Assert.True(estimate.Lower <= result.Value && result.Value <= estimate.Upper && estimate.Value == result.Value);
        return $"{result.ToJson()}\n{string.Join('\n', result.Figures)}\n{ResultText.Of(result)}";
    }
}
