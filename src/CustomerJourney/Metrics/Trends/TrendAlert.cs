namespace CustomerJourney.Metrics.Trends;

/// <summary>Something in a trend that chance does not explain. Figures are in the unit of the metric.</summary>
public sealed record TrendAlert
{
    internal TrendAlert()
    {
    }

    /// <summary>The rule that fired; one.</summary>
    public required TrendRules Rule { get; init; }

    /// <summary>The period: the one that stands out, the first of a new level, or the one in which a run or a sum was first seen.</summary>
    public required string Period { get; init; }

    /// <summary>The group, where trends of groups were looked at together; <see langword="null"/> otherwise.</summary>
    public string? Group { get; init; }

    /// <summary>The figure of the period; at a change point that of the new level, over all its periods.</summary>
    public required double Value { get; init; }

    /// <summary>What was to be expected; at a change point the level before.</summary>
    public required double Expected { get; init; }

    /// <summary>The lower control limit of the period; <see langword="null"/> at a change point, which has none.</summary>
    public double? LowerLimit { get; init; }

    /// <summary>The upper control limit of the period; <see langword="null"/> at a change point, which has none.</summary>
    public double? UpperLimit { get; init; }

    /// <summary>The p-value of the rule for this period alone; at a change point, for the search over all places of the series.</summary>
    public required double PValue { get; init; }

    /// <summary>The p-value after the correction for all periods, groups and rules that were looked at.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>The alert in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
