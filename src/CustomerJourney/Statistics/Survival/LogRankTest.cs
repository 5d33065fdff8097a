using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// Tests whether groups have the same survival curve: the events of each group against those expected if all had the same rate at each time. It says little where curves cross; compare
/// restricted means then (<see cref="RestrictedMeanDifference"/>).
/// </summary>
/// <remarks>
/// N. Mantel (1966); R. Peto &amp; J. Peto, "Asymptotically efficient rank invariant test procedures" (1972); D. P. Harrington &amp; T. R. Fleming (1982). Hypergeometric variance with the factor
/// (n − d)/(n − 1); the same figures as R's survdiff. Groups must hold different cases.
/// </remarks>
public static class LogRankTest
{
    /// <summary>Compares groups.</summary>
    /// <param name="groups">Two groups or more, in the same unit of time. An empty group is left out of the test.</param>
    /// <param name="weights">How the times with events are weighed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such <paramref name="weights"/>.</exception>
    public static LogRankResult Compare(IReadOnlyList<SurvivalSample> groups, LogRankWeights weights = LogRankWeights.Equal)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Compare([groups], weights, nameof(groups));
    }

    /// <summary>Compares groups within strata and adds up over them, so that a difference between strata (regions, plans) is not taken for one between groups.</summary>
    /// <param name="strata">One entry for each stratum: all groups in the same order, two or more. A group without cases in a stratum is an empty sample there.</param>
    /// <param name="weights">How the times with events are weighed; Peto and Peto's weights are those of the stratum.</param>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/>, a stratum or a group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no strata, fewer than two groups, or not the same number of groups in all strata.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such <paramref name="weights"/>.</exception>
    public static LogRankResult CompareStratified(IReadOnlyList<IReadOnlyList<SurvivalSample>> strata, LogRankWeights weights = LogRankWeights.Equal)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return Compare(strata, weights, nameof(strata));
    }

    private static LogRankResult Compare(IReadOnlyList<IReadOnlyList<SurvivalSample>> strata, LogRankWeights weights, string name)
    {
        int groups = Check(strata, weights, name);
        LogRankSums sums = new(groups);
        foreach (IReadOnlyList<SurvivalSample> stratum in strata) sums.Add(stratum, weights);
        (double statistic, int degreesOfFreedom) = sums.Statistic();
        TestResult? test = degreesOfFreedom == 0 ? null
            : TestResult.Single(statistic, ChiSquareDistribution.UpperTail(statistic, degreesOfFreedom), Name(weights, strata.Count));
        LogRankGroup[] result = new LogRankGroup[groups];
        List<string> warnings = [];
        for (int g = 0; g < groups; g++)
        {
            result[g] = new LogRankGroup { N = strata.Sum(stratum => stratum[g].Count), Observed = sums.Observed[g], Expected = sums.Expected[g] };
            warnings.AddRange(SurvivalCautions.OfGroup(g, groups, strata.Sum(stratum => stratum[g].Events)));
        }

        if (degreesOfFreedom < groups - 1)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{groups} groups were given and {degreesOfFreedom + 1} can be told apart: the others have no cases, or were never at risk beside the rest when an event happened."));
        return new LogRankResult(test, degreesOfFreedom, Array.AsReadOnly(result), warnings.AsReadOnly());
    }

    private static int Check(IReadOnlyList<IReadOnlyList<SurvivalSample>> strata, LogRankWeights weights, string name)
    {
        if (!Enum.IsDefined(weights)) throw new ArgumentOutOfRangeException(nameof(weights), weights, "There are no such weights: use Equal or PetoPeto.");
        if (strata.Count == 0) throw new ArgumentException("There are no strata: give one at least, or compare groups without strata.", name);
        foreach (IReadOnlyList<SurvivalSample> stratum in strata)
        {
            ArgumentNullException.ThrowIfNull(stratum, name);
            foreach (SurvivalSample group in stratum) ArgumentNullException.ThrowIfNull(group, name);
            if (stratum.Count < 2) throw new ArgumentException($"There are {stratum.Count} groups: a comparison needs two at least.", name);
            if (stratum.Count != strata[0].Count) throw new ArgumentException($"One stratum has {strata[0].Count} groups and another {stratum.Count}: give every group in every stratum, empty where it has no cases.", name);
        }

        return strata[0].Count;
    }

    private static string Name(LogRankWeights weights, int strata)
    {
        string name = weights == LogRankWeights.Equal ? "log-rank" : "Peto-Peto";
        return strata == 1 ? name : $"{name}, stratified";
    }
}
