namespace CustomerJourney.Metrics.Trends;

/// <summary>With which periods of the baseline a period is compared.</summary>
public enum TrendSeason
{
    /// <summary>With all of them.</summary>
    None,

    /// <summary>With those of the same day of the week; for trends by day.</summary>
    DayOfWeek,

    /// <summary>With those of the same month, by their first day; for trends by day, week or month over more than a year.</summary>
    MonthOfYear,

    /// <summary>With those of the same quarter, by their first day; for all but yearly trends, over more than a year.</summary>
    QuarterOfYear,
}
