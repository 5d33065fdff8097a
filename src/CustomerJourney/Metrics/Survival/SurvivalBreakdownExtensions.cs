using CustomerJourney.Events;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney;

/// <summary>Comparing times between groups of customers.</summary>
public static class SurvivalBreakdownExtensions
{
    /// <summary>Tests whether the groups take the same time: log-rank over all groups that have cases, and over each pair with Holm's correction, where there are no more than <see cref="SurvivalComparison.MostPairs"/>.</summary>
    /// <param name="breakdown">A time by groups of customers: <c>log.Measure(new TimeBetween("joined", "churned").By(Dimension.Attribute("contract")))</c>.</param>
    /// <param name="weights">How times are weighed; choose beforehand.</param>
    /// <exception cref="InvalidOperationException">The times have a competing event: the log-rank test does not compare shares that got there then.</exception>
    public static SurvivalComparison LogRank(this Breakdown<TimeToEventResult> breakdown, LogRankWeights weights = LogRankWeights.Equal)
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        if (!Enum.IsDefined(weights)) throw new ArgumentOutOfRangeException(nameof(weights), weights, "There are no such weights: use Equal or PetoPeto.");
        if (breakdown.Total.Sample is null)
            throw new InvalidOperationException($"{breakdown.Title} has a competing event, so the log-rank test does not say whether equal shares get there: compare the shares within a horizon with JourneyComparison.");
        List<(string, SurvivalSample)> groups = [];
        foreach ((string name, TimeToEventResult result) in breakdown)
        {
            if (result.Cases > 0) groups.Add((name, result.Sample!));
        }

        return new SurvivalComparison(breakdown.Title, groups, weights);
    }
}
