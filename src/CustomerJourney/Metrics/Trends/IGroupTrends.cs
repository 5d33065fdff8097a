namespace CustomerJourney.Metrics.Trends;

/// <summary>Trends of groups whose type of result is not known here.</summary>
internal interface IGroupTrends
{
    IReadOnlyList<ITrend> Trends { get; }
}
