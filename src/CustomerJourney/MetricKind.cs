namespace CustomerJourney;

/// <summary>What a metric of the map measures. Rates are whole percent, 0 to 100, because people write them so on maps; results of the library are shares, 0 to 1.</summary>
public enum MetricKind
{
    /// <summary>Anything else, explained by its name.</summary>
    Custom,

    /// <summary>Net Promoter Score, -100 to 100.</summary>
    Nps,

    /// <summary>Customer satisfaction: the share of satisfied answers, 0 to 100.</summary>
    Csat,

    /// <summary>Customer effort score: the mean agreement that it was easy.</summary>
    Ces,

    /// <summary>Customer retention rate, 0 to 100; <c>crr</c> in JSON.</summary>
    RetentionRate,

    /// <summary>The share that goes on to the next step, 0 to 100.</summary>
    ConversionRate,

    /// <summary>The share that leaves before the next step, 0 to 100.</summary>
    DropOffRate,

    /// <summary>The share that leaves after one page, 0 to 100.</summary>
    BounceRate,

    /// <summary>The share of customers lost in a period, 0 to 100.</summary>
    ChurnRate,

    /// <summary>How long something takes; days unless the map says otherwise.</summary>
    Duration,

    /// <summary>How many of something.</summary>
    Count,

    /// <summary>Money that comes in.</summary>
    Revenue,

    /// <summary>Money that goes out.</summary>
    Cost,

    /// <summary>Return on investment in percent, unbounded; <c>roi</c> in JSON.</summary>
    ReturnOnInvestment,
}
