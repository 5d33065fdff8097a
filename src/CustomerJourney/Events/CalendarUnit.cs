namespace CustomerJourney.Events;

/// <summary>The length of a calendar period.</summary>
public enum CalendarUnit
{
    /// <summary>A day, from midnight to midnight.</summary>
    Day,

    /// <summary>A week, from the calendar's first day of the week.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}
