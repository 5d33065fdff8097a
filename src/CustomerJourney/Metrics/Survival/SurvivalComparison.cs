using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>Whether groups take the same time: the log-rank test of all groups together, and of each pair with Holm's correction.</summary>
/// <remarks>
/// N. Mantel (1966); S. Holm, "A simple sequentially rejective multiple test procedure" (1979). Pairs are compared by their own cases only. The test says little where curves cross; compare restricted means then.
/// </remarks>
public sealed class SurvivalComparison : IJourneyResult
{
    /// <summary>No more pairs than these are tested: corrected for more, little can be found, and nobody reads them.</summary>
    public const int MostPairs = 1000;

    private readonly string _of;

    internal SurvivalComparison(string of, IReadOnlyList<(string Name, SurvivalSample Sample)> groups, LogRankWeights weights)
    {
        _of = of;
        GroupNames = Array.AsReadOnly<string>([.. groups.Select(group => group.Name)]);
        const int Fewest = 2;
        if (groups.Count < Fewest)
        {
            (Groups, Pairs) = ([], []);
            Warnings = [$"{groups.Count} groups have cases: a comparison needs two at least."];
            return;
        }

        LogRankResult all = LogRankTest.Compare([.. groups.Select(group => group.Sample)], weights);
        (Test, DegreesOfFreedom, Groups) = (all.Test, all.DegreesOfFreedom, all.Groups);
        Warnings = Array.AsReadOnly<string>([.. all.Warnings.Select(warning => Named(warning, GroupNames)), .. TooMany(groups.Count)]);
        if (PairsOf(groups.Count) > MostPairs)
        {
            Pairs = [];
            return;
        }

        List<SurvivalPair> pairs = [];
        for (int first = 0; first < groups.Count; first++)
        {
            for (int second = first + 1; second < groups.Count; second++)
                pairs.Add(new SurvivalPair { First = groups[first].Name, Second = groups[second].Name, Test = LogRankTest.Compare([groups[first].Sample, groups[second].Sample], weights).Test });
        }

        Pairs = Array.AsReadOnly<SurvivalPair>([.. Corrected(pairs)]);
    }

    /// <inheritdoc/>
    public string Title => $"Log-rank test of {_of}";

    /// <summary>The names of the groups that have cases, in the order of the breakdown.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>Observed and expected events of each group, in the same order; empty with fewer than two groups.</summary>
    public IReadOnlyList<LogRankGroup> Groups { get; }

    /// <summary>The test that all groups take the same time; <see langword="null"/> with fewer than two groups, and when no event fell into a time at which two groups were at risk.</summary>
    public TestResult? Test { get; }

    /// <summary>The degrees of freedom of <see cref="Test"/>; 0 without it.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>All pairs of groups, in the order of the groups; empty where there are more than <see cref="MostPairs"/>, and then <see cref="Warnings"/> say so.</summary>
    public IReadOnlyList<SurvivalPair> Pairs { get; }

    /// <summary>What to know before reading the tests. Empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The <see cref="Warnings"/>.</summary>
    public IReadOnlyList<string> Remarks => Warnings;

    /// <summary>A row for the test of all groups and one for each pair.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Groups", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Chi-square", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "p", Kind = ResultColumnKind.PValue },
            new ResultColumn { Name = "p adjusted", Kind = ResultColumnKind.PValue },
        ],
        Rows =
        [
            ["All", Test?.Statistic, Test?.PValue, Test?.AdjustedPValue],
            .. Pairs.Select(pair => (IReadOnlyList<object?>)[$"{pair.First} and {pair.Second}", pair.Test?.Statistic, pair.Test?.PValue, pair.Test?.AdjustedPValue]),
        ],
    };

    private static long PairsOf(int groups) => groups * (groups - 1L) / 2;

    private static IEnumerable<string> TooMany(int groups) => PairsOf(groups) <= MostPairs ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{groups} groups make {PairsOf(groups)} pairs, more than {MostPairs}, so all groups were tested together and no pair by itself. Ask for fewer groups (Top), or test pairs that were chosen beforehand with LogRankTest and correct them with Multiplicity."),
    ];

    /// <summary>Holm's correction over the pairs that could be tested.</summary>
    private static IEnumerable<SurvivalPair> Corrected(List<SurvivalPair> pairs)
    {
        double[] adjusted = Multiplicity.Holm([.. pairs.Where(pair => pair.Test is not null).Select(pair => pair.Test!.PValue)]);
        int next = 0;
        foreach (SurvivalPair pair in pairs)
            yield return pair.Test is { } test ? pair with { Test = test with { AdjustedPValue = adjusted[next++] } } : pair;
    }

    /// <summary>The tests number the groups; their readers know names.</summary>
    private static string Named(string warning, IReadOnlyList<string> names)
    {
        for (int group = names.Count; group > 0; group--)
        {
            string number = FormattableString.Invariant($"Group {group} of {names.Count} has");
            if (warning.StartsWith(number, StringComparison.Ordinal)) return $"'{names[group - 1]}' has{warning[number.Length..]}";
        }

        return warning;
    }
}
