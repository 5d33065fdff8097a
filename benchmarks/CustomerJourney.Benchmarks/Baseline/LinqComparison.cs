namespace CustomerJourney.Benchmarks.Baseline;

/// <summary>Two groups of customers compared by hand: NPS of each customer's latest answer, overall and by stage, and the way from each stage to the next. Differences only, no tests.</summary>
internal static class LinqComparison
{
    /// <summary>The figures of both sides in the order of the library's default measures.</summary>
    /// <param name="baseline">One side, classified.</param>
    /// <param name="candidate">The other side, classified.</param>
    public static List<(double? Baseline, double? Candidate)> Between(LinqBaseline baseline, LinqBaseline candidate) =>
        [.. FiguresOf(baseline.Customers).Zip(FiguresOf(candidate.Customers))];

    private static IEnumerable<double?> FiguresOf(IReadOnlyList<List<Event>> customers)
    {
        string[] stages = [.. Data.Shop.Stages.Select(stage => stage.Stage)];
        yield return Score(customers.Select(events => events.LastOrDefault(e => e.Score is not null)));
        ILookup<string, Event> latest = customers
            .SelectMany(events => events.Where(e => e.Score is not null).GroupBy(e => e.Stage!).Select(answers => answers.Last()))
            .ToLookup(e => e.Stage!);
        foreach (string stage in stages) yield return Score(latest[stage]);
        for (int stage = 1; stage < stages.Length; stage++) yield return Conversion(customers, stages[stage - 1], stages[stage]);
    }

    private static double? Score(IEnumerable<Event?> answers)
    {
        PromoterCounts counts = PromoterCounts.Of(answers.Where(e => e is not null).Select(e => e!.Score!.Value));
        long total = counts.Promoters + counts.Passives + counts.Detractors;
        return total == 0 ? null : 100.0 * (counts.Promoters - counts.Detractors) / total;
    }

    private static double? Conversion(IReadOnlyList<List<Event>> customers, string from, string to)
    {
        long entered = 0, converted = 0;
        foreach (List<Event> events in customers)
        {
            int start = events.FindIndex(e => e.Stage == from);
            if (start < 0) continue;
            entered++;
            if (events.FindIndex(start, e => e.Stage == to) >= 0) converted++;
        }

        return entered == 0 ? null : (double)converted / entered;
    }
}
