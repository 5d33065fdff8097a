namespace CustomerJourney.Events;

/// <summary>What the cells of a column hold.</summary>
public enum ResultColumnKind
{
    /// <summary>A text, <see cref="string"/>.</summary>
    Text,

    /// <summary>A count, <see cref="long"/>.</summary>
    Count,

    /// <summary>A share 0…1, <see cref="double"/>, shown as a percentage.</summary>
    Share,

    /// <summary>A score or another number, <see cref="double"/>.</summary>
    Number,

    /// <summary>A p-value 0…1, <see cref="double"/>.</summary>
    PValue,

    /// <summary>A length of time, <see cref="TimeSpan"/>.</summary>
    Duration,

    /// <summary>An instant, <see cref="DateTimeOffset"/>.</summary>
    Instant,

    /// <summary>A calendar date, <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>Yes or no, <see cref="bool"/>.</summary>
    Flag,
}
