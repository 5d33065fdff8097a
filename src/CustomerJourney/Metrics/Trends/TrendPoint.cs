using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>A period of a trend: its value, and the limits within which it would lie if nothing had changed. Figures are in the unit of the metric.</summary>
public abstract record TrendPoint
{
    private protected TrendPoint()
    {
    }

    /// <summary>The name of the period: <c>2026-W09</c>, for example.</summary>
    public required string Period { get; init; }

    /// <summary>The span of the period.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>What the trend makes of the period.</summary>
    public required TrendPointState State { get; init; }

    /// <summary>The figure; <see langword="null"/> where the period has none.</summary>
    public required double? Value { get; init; }

    /// <summary>The figure with its own confidence interval, which is not its control limits; <see langword="null"/> where there is too little data for one.</summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>How many observations the figure rests on.</summary>
    public required long Observations { get; init; }

    /// <summary>What was to be expected by the baseline; <see langword="null"/> where there is no baseline.</summary>
    public required double? Expected { get; init; }

    /// <summary>The lower control limit; <see langword="null"/> where there is none, always so for open and empty periods.</summary>
    public required double? LowerLimit { get; init; }

    /// <summary>The upper control limit; <see langword="null"/> where there is none, always so for open and empty periods.</summary>
    public required double? UpperLimit { get; init; }

    /// <summary>Whether the figure lies beyond a control limit. Not every such point is an alert: of many points, some lie there by chance.</summary>
    public bool IsBeyondLimits => Value < LowerLimit || Value > UpperLimit;
}
