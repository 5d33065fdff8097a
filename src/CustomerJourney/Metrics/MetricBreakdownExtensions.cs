using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney;

/// <summary>What can be said of a metric in all its groups.</summary>
public static class MetricBreakdownExtensions
{
    // Of so many independent figures at the usual level, one is outside its interval by chance.
    private const int ManyFigures = 20;

    /// <summary>The groups and the total as JSON with unrounded figures: <c>{ "title", "groups": [ { "group", "column", "result" } ], "total" }</c>.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="breakdown">A metric in groups.</param>
    public static string ToJson<TResult>(this Breakdown<TResult> breakdown)
        where TResult : MetricResult
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        return MetricJson.Write(breakdown);
    }

    /// <summary>What to heed when the groups are read together: many figures, of which some stand out by chance alone.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="breakdown">A metric in groups.</param>
    /// <returns>Empty when nothing stands out. The warnings of single groups are those of their results.</returns>
    public static IReadOnlyList<MetricWarning> Warnings<TResult>(this Breakdown<TResult> breakdown)
        where TResult : MetricResult
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        int figures = breakdown.Count(row => row.Result.Value is not null);
        return figures < ManyFigures ? [] :
        [
            MetricWarnings.Warning(
                MetricWarningKind.ManyLooks,
                $"{breakdown.Title} shows {figures} figures: some stand out by chance alone. Compare groups with JourneyComparison, which corrects for their number."),
        ];
    }
}
