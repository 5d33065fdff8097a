namespace CustomerJourney.Statistics.Survival;

/// <summary>Observed and expected events of groups with the covariances of their differences, added up over strata.</summary>
internal sealed class LogRankSums(int groups)
{
    // What is left of a variance beside those of other groups counts as rounding below this part of it.
    private const double Dependence = 1e-9;

    private readonly double[] _covariance = new double[groups * groups];

    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    public void Add(IReadOnlyList<SurvivalSample> stratum, LogRankWeights weights)
    {
        RiskWalk[] walks = [.. stratum.Select(sample => new RiskWalk(sample))];
        double survival = 1;
        while (true)
        {
            double time = double.PositiveInfinity;
            foreach (ref RiskWalk walk in walks.AsSpan()) time = Math.Min(time, walk.NextEvent);
            if (double.IsPositiveInfinity(time)) return;
            long atRisk = 0, events = 0;
            foreach (ref RiskWalk walk in walks.AsSpan())
            {
                walk.MoveTo(time);
                atRisk += walk.AtRisk;
                events += walk.Events;
            }

            AddTime(walks, atRisk, events, weights == LogRankWeights.Equal ? 1 : survival);
            survival *= (double)(atRisk - events) / atRisk;
        }
    }

    /// <summary>The quadratic form of the differences in a generalized inverse of their covariance, and its rank.</summary>
    /// <remarks>The differences add up to 0, so one group always depends on the others; more do where groups are never at risk together. Elimination from the smallest variance up loses least.</remarks>
    public (double Value, int Rank) Statistic()
    {
        double[] matrix = [.. _covariance], difference = new double[groups];
        for (int g = 0; g < groups; g++) difference[g] = Observed[g] - Expected[g];
        double statistic = 0;
        int rank = 0;
        bool[] done = new bool[groups];
        foreach (int pivot in Enumerable.Range(0, groups).OrderBy(g => _covariance[g * groups + g]))
        {
            done[pivot] = true;
            double variance = matrix[pivot * groups + pivot];
            if (!(variance > Dependence * _covariance[pivot * groups + pivot])) continue;
            rank++;
            statistic += difference[pivot] * difference[pivot] / variance;
            for (int i = 0; i < groups; i++)
            {
                if (done[i]) continue;
                double factor = matrix[i * groups + pivot] / variance;
                difference[i] -= factor * difference[pivot];
                for (int j = 0; j < groups; j++)
                    if (!done[j]) matrix[i * groups + j] -= factor * matrix[pivot * groups + j];
            }
        }

        return (statistic, rank);
    }

    private void AddTime(ReadOnlySpan<RiskWalk> walks, long atRisk, long events, double weight)
    {
        double variance = atRisk < 2 ? 0 : weight * weight * events * ((double)(atRisk - events) / (atRisk - 1));
        for (int g = 0; g < groups; g++)
        {
            double share = (double)walks[g].AtRisk / atRisk;
            Observed[g] += weight * walks[g].Events;
            Expected[g] += weight * events * share;
            for (int h = 0; h < groups; h++)
                _covariance[g * groups + h] += variance * share * ((g == h ? 1 : 0) - (double)walks[h].AtRisk / atRisk);
        }
    }
}
