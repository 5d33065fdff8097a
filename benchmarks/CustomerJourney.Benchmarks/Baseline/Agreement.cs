using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Benchmarks.Baseline;

/// <summary>Makes sure that the library and the baseline answer the same question: times of different answers cannot be compared.</summary>
internal static class Agreement
{
    public static void OnFunnel(LinqBaseline baseline, FunnelResult result) =>
        Same("funnel", baseline.Funnel(), result.Steps.Select(step => step.Reached));

    public static void OnRetention(LinqBaseline baseline, RetentionResult result)
    {
        Dictionary<(DateTime Day, int Later), long> expected = baseline.Retention();
        Dictionary<(DateTime Day, int Later), long> actual = [];
        foreach (RetentionCohort cohort in result.Cohorts)
        {
            foreach ((int later, long? count) in cohort.ReturnedSoFar.Index())
            {
                if (count > 0) actual.Add((cohort.Start.ToDateTime(default), later), count.Value);
            }
        }

        Same("retention", expected.OrderBy(cell => cell.Key), actual.OrderBy(cell => cell.Key));
    }

    public static void OnStages(LinqBaseline baseline, StagedLog staged) =>
        Same(
            "events by stage",
            baseline.Customers.SelectMany(events => events).CountBy(e => e.Stage!).OrderBy(stage => stage.Key, StringComparer.Ordinal),
            EventsByStage(staged).OrderBy(stage => stage.Key, StringComparer.Ordinal));

    public static void OnNps(string by, Dictionary<string, PromoterCounts> expected, Breakdown<NpsResult> result) =>
        Same($"NPS by {by}", expected.OrderBy(group => group.Key, StringComparer.Ordinal), CountsOf(result).OrderBy(group => group.Key, StringComparer.Ordinal));

    public static void OnComparison(List<(double? Baseline, double? Candidate)> expected, JourneyComparison result)
    {
        // Stages into which no answer fell have a row too: it stands for nothing here.
        IEnumerable<Difference> rows = result.Differences.Where(row => row.Group != "Unassigned");
        Same("comparison", expected.Select(Rounded), rows.Select(row => Rounded((row.Baseline?.Value, row.Candidate?.Value))));
    }

    private static Dictionary<string, PromoterCounts> CountsOf(Breakdown<NpsResult> result)
    {
        Dictionary<string, PromoterCounts> counts = new(StringComparer.Ordinal);
        foreach ((string name, NpsResult nps) in result)
        {
            if (nps.Responses > 0) counts.Add(name, new(nps.Promoters, nps.Passives, nps.Detractors));
        }

        return counts;
    }

    private static Dictionary<string, int> EventsByStage(StagedLog staged) => staged.Customers
        .SelectMany(customer => customer.Visits)
        .GroupBy(visit => visit.Stage.Name)
        .ToDictionary(visits => visits.Key, visits => visits.Sum(visit => visit.Events));

    private static (double?, double?) Rounded((double? Baseline, double? Candidate) pair) => (Rounded(pair.Baseline), Rounded(pair.Candidate));

    private static double? Rounded(double? figure) => figure is double number ? Math.Round(number, 9) : null;

    private static void Same<T>(string what, IEnumerable<T> expected, IEnumerable<T> actual)
    {
        T[] ours = [.. actual], theirs = [.. expected];
        for (int index = 0; index < Math.Max(ours.Length, theirs.Length); index++)
        {
            if (index < ours.Length && index < theirs.Length && EqualityComparer<T>.Default.Equals(ours[index], theirs[index])) continue;
            throw new InvalidOperationException(
                $"Library and baseline disagree on {what} at {index}: {(index < ours.Length ? ours[index] : "nothing")} and {(index < theirs.Length ? theirs[index] : "nothing")}.");
        }
    }
}
