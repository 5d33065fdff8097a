namespace CustomerJourney.Metrics.Trends;

/// <summary>A trend whose type of result is not known here.</summary>
internal interface ITrend
{
    TrendSeries Series { get; }

    IReadOnlyList<TrendPoint> Points { get; }

    IReadOnlyList<TrendAlert> Alerts { get; }

    IReadOnlyList<MetricWarning> Warnings { get; }

    IReadOnlyList<MetricTerm> Terms { get; }

    string Title { get; }
}
