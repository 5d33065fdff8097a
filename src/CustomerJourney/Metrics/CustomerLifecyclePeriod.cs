namespace CustomerJourney.Metrics;

/// <summary>The customers of one calendar period by what they did before: active = new + returning + resurrected.</summary>
public sealed record CustomerLifecyclePeriod
{
    /// <summary>The first day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The name of the period, <c>2026-03</c> for a month.</summary>
    public required string Name { get; init; }

    /// <summary>Active for the first time.</summary>
    public required long New { get; init; }

    /// <summary>Active in this period and the one before.</summary>
    public required long Returning { get; init; }

    /// <summary>Active in this period and some earlier one, but not in the one before.</summary>
    public required long Resurrected { get; init; }

    /// <summary>Active in the period before and not in this one; while the period is open, not in it so far.</summary>
    public required long Dormant { get; init; }

    /// <summary>Whether the period was not observed to its end, so that its counts are those so far.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>All who were active in this period.</summary>
    public long Active => New + Returning + Resurrected;

    /// <summary>Customers won for each one lost, (new + resurrected)/dormant, at least 0; <see langword="null"/> where nobody went dormant and while the period is open.</summary>
    public double? QuickRatio => Dormant == 0 || IsOpen ? null : (double)(New + Resurrected) / Dormant;
}
