namespace CustomerJourney.Metrics;

/// <summary>How the days since a customer's first event are told. The two give different figures, so there is no default.</summary>
public enum ReturnClock
{
    /// <summary>Days of the calendar in its zone: who comes at 23:50 and again at 0:10 came back on day 1.</summary>
    CalendarDays,

    /// <summary>Windows of 24 hours from the first event on: day 1 begins exactly 24 hours after it.</summary>
    Windows24Hours,
}
