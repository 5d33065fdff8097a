using CustomerJourney.Events;

namespace QuickStart.Files;

/// <summary>Lengths of time that suit a log: how it is cut into periods, and how long a customer may take from one stage to the next.</summary>
internal sealed record Reach
{
    public required CalendarUnit Period { get; init; }

    public required TimeSpan Within { get; init; }

    /// <summary><see cref="Within"/> in words.</summary>
    public required string Words { get; init; }

    public static Reach Of(JourneyLog log) => (log.Range?.Length ?? TimeSpan.Zero).TotalDays switch
    {
        < 7 => new() { Period = CalendarUnit.Day, Within = TimeSpan.FromHours(1), Words = "an hour" },
        < 60 => new() { Period = CalendarUnit.Day, Within = TimeSpan.FromDays(1), Words = "a day" },
        < 400 => new() { Period = CalendarUnit.Week, Within = TimeSpan.FromDays(7), Words = "a week" },
        _ => new() { Period = CalendarUnit.Month, Within = TimeSpan.FromDays(30), Words = "30 days" },
    };
}
