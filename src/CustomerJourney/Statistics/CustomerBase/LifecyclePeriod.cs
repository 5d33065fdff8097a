namespace CustomerJourney.Statistics.CustomerBase;

/// <summary>The customers of one period by what they did before: active = new + returning + resurrected.</summary>
public sealed record LifecyclePeriod
{
    internal LifecyclePeriod()
    {
    }

    /// <summary>The number of the period, from 0.</summary>
    public required int Period { get; init; }

    /// <summary>Active for the first time ever.</summary>
    public required long New { get; init; }

    /// <summary>Active in this period and the one before (some vendors: "current" or "repeat").</summary>
    public required long Returning { get; init; }

    /// <summary>Active in this period and some earlier one, but not in the one before (some vendors: "return").</summary>
    public required long Resurrected { get; init; }

    /// <summary>Active in the period before and not in this one.</summary>
    public required long Dormant { get; init; }

    /// <summary>All who were active in this period.</summary>
    public long Active => New + Returning + Resurrected;

    /// <summary>Customers won for each one lost, (new + resurrected)/dormant, at least 0; <see langword="null"/> where nobody went dormant.</summary>
    public double? QuickRatio => Dormant == 0 ? null : (double)(New + Resurrected) / Dormant;
}
