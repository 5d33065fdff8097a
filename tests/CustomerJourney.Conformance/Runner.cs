using System.Text.Json;

namespace CustomerJourney.Conformance;

/// <summary>Runs every case below a folder and prints what came of it.</summary>
internal static class Runner
{
    /// <summary>
    /// 0 when all supported cases pass, 1 when one fails (or, if strict, is skipped), 2 when there is nothing to run. A refused case must differ
    /// from what is expected: one that passes does not belong on the list, and fails.
    /// </summary>
    public static int Run(
        Arguments arguments, IReadOnlyDictionary<string, Func<JsonElement, Answer>> metrics, IReadOnlyDictionary<string, string> refused, TextWriter output)
    {
        SortedDictionary<string, Tally> tallies = new(StringComparer.Ordinal);
        List<Failure> failures = [];
        int files = 0;
        foreach (string path in Files(arguments.Folder))
        {
            if (OracleFile.Read(path, out string reason) is not { } cases)
            {
                output.WriteLine($"{Path.GetRelativePath(arguments.Folder, path)}: not an oracle file, skipped ({reason})");
                continue;
            }

            files++;
            for (int i = 0; i < cases.Count; i++)
            {
                if (cases[i] is { } oracle) Count(oracle, metrics, refused, tallies, failures);
                else CountMalformed($"{Path.GetRelativePath(arguments.Folder, path)}, entry {i + 1}", tallies, failures);
            }
        }

        if (files == 0)
        {
            output.WriteLine($"There is no oracle file below '{arguments.Folder}'.");
            return 2;
        }

        Print(tallies, failures, refused, arguments.Failures, output);
        int passed = tallies.Values.Sum(tally => tally.Passed), failed = tallies.Values.Sum(tally => tally.Failed), skipped = tallies.Values.Sum(tally => tally.Skipped);
        int refusals = tallies.Values.Sum(tally => tally.Refused);
        output.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped, {refusals} refused");
        return failed > 0 || (arguments.Strict && skipped > 0) ? 1 : 0;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static void Count(
        OracleCase oracle,
        IReadOnlyDictionary<string, Func<JsonElement, Answer>> metrics,
        IReadOnlyDictionary<string, string> refused,
        SortedDictionary<string, Tally> tallies,
        List<Failure> failures)
    {
        Tally tally = TallyOf(oracle.Metric, tallies);
        if (!metrics.TryGetValue(oracle.Metric, out Func<JsonElement, Answer>? metric))
        {
            tally.Skipped++;
            return;
        }

        IReadOnlyList<string> differences = Try(oracle, metric);
        if (refused.ContainsKey(oracle.Id))
        {
            if (differences.Count > 0)
            {
                tally.Refused++;
                return;
            }

            differences = ["it passes, but refused.txt refuses it: take it off the list"];
        }

        if (differences.Count == 0)
        {
            tally.Passed++;
            return;
        }

        tally.Failed++;
        failures.Add(new Failure(oracle.Id, differences));
    }

    // An expected result that cannot be read is one that was not met.
    private static void CountMalformed(string place, SortedDictionary<string, Tally> tallies, List<Failure> failures)
    {
        TallyOf("(malformed)", tallies).Failed++;
        failures.Add(new Failure(place, ["it lacks an id, a metric, an input, expected values or a tolerance"]));
    }

    private static Tally TallyOf(string metric, SortedDictionary<string, Tally> tallies)
    {
        if (!tallies.TryGetValue(metric, out Tally? tally)) tallies.Add(metric, tally = new Tally());
        return tally;
    }

    // Whatever a case throws is that case's failure, and must not hide the others.
    private static IReadOnlyList<string> Try(OracleCase oracle, Func<JsonElement, Answer> metric)
    {
        try
        {
            return Comparer.Differences(oracle, metric(oracle.Input));
        }
        catch (Exception exception)
        {
            return [$"{exception.GetType().Name}: {exception.Message}"];
        }
    }

    private static void Print(
        SortedDictionary<string, Tally> tallies, List<Failure> failures, IReadOnlyDictionary<string, string> refused, int limit, TextWriter output)
    {
        int width = tallies.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
        output.WriteLine($"{"metric".PadRight(width)}  passed/failed/not supported/refused");
        foreach ((string name, Tally tally) in tallies) output.WriteLine($"{name.PadRight(width)}  {tally.Passed}/{tally.Failed}/{tally.Skipped}/{tally.Refused}");

        List<string> missing = [.. tallies.Where(pair => pair.Value.Skipped > 0).Select(pair => pair.Key)];
        if (missing.Count > 0) output.WriteLine($"Not supported, {missing.Count} metrics: {string.Join(", ", missing)}");

        if (tallies.Values.Any(tally => tally.Refused > 0))
            foreach ((string id, string reason) in refused) output.WriteLine($"REFUSED {id}: {reason}");

        foreach (Failure failure in failures.Take(limit))
        {
            output.WriteLine($"FAILED {failure.Id}");
            foreach (string difference in failure.Differences) output.WriteLine($"    {difference}");
        }

        if (failures.Count > limit) output.WriteLine($"… and {failures.Count - limit} more failing cases (--failures {failures.Count} shows all)");
    }

    private sealed record Failure(string Id, IReadOnlyList<string> Differences);
}
