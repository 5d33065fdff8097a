using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Events that have not come.</summary>
public sealed record MissingEvent
{
    /// <summary>What each of them must have.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>How many of them, 1 or more.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The least amount that the event must carry, in major units of <see cref="Currency"/>; <see langword="null"/> if no total lacks one.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of <see cref="Amount"/>; <see langword="null"/> for an amount that names none.</summary>
    public string? Currency { get; init; }
}
