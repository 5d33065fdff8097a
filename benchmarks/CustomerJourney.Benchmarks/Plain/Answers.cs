using System.Globalization;
using CustomerJourney.Analytics;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Answers as text, in the form in which the prototype and the scripts of other engines write theirs, so that files can be compared.</summary>
internal static class Answers
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static void Write(string path, JourneyLog log) => File.WriteAllLines(path,
    [
        $"funnel {string.Join(';', log.Measure(Shop.Funnel).Steps.Select(step => step.Reached.ToString(CultureInfo.InvariantCulture)))}",
        $"retention {string.Join(';', Cells(log.Measure(Shop.Retention)).Order(StringComparer.Ordinal))}",
        $"nps_channel {string.Join(';', Channels(log.Measure(Shop.Nps.By(Dimension.Channel))).Order(StringComparer.Ordinal))}",
    ]);

    private static IEnumerable<string> Cells(RetentionResult result) =>
        from cohort in result.Cohorts
        from period in cohort.ReturnedSoFar.Index()
        where period.Item > 0
        select string.Create(CultureInfo.InvariantCulture, $"{cohort.Start.DayNumber - Epoch.DayNumber},{period.Index},{period.Item}");

    private static IEnumerable<string> Channels(Breakdown<NpsResult> result)
    {
        foreach ((string channel, NpsResult nps) in result)
        {
            if (nps.Responses > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{channel},{nps.Detractors},{nps.Passives},{nps.Promoters}");
        }
    }
}
