using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

/// <summary>What to tell about figures that rest on few cases.</summary>
internal static class SurvivalCautions
{
    private const long Few = 10;

    public static IEnumerable<string> OfEvents(SortedTimes events)
    {
        if (events.Total < Few)
            yield return string.Create(CultureInfo.InvariantCulture, $"There are {events.Total} events; below {Few} neither a curve nor a test says much.");
        if (events.Length > 0 && events.Times.Span[0] == 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{events.Counts.Span[0]} of {events.Total} events are at time 0: those cases left as they started, or their times were cut to whole units.");
    }

    public static IEnumerable<string> OfGroup(int group, int groups, long events)
    {
        if (events < Few) yield return string.Create(CultureInfo.InvariantCulture, $"Group {group + 1} of {groups} has {events} events; below {Few} the test is rough.");
    }

    /// <summary>Tells where the steps begin of which all to the end rest on few at risk.</summary>
    public static IEnumerable<string> OfTail(int steps, Func<int, double> time, Func<int, long> atRisk)
    {
        int tail = steps;
        while (tail > 0 && atRisk(tail - 1) < Few) tail--;
        if (tail < steps)
            yield return string.Create(CultureInfo.InvariantCulture, $"From time {time(tail)} on fewer than {Few} cases are at risk: the end of the curve rests on few.");
    }
}
