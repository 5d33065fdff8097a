using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>One answer and where in the journey it was given.</summary>
public sealed record AnswerContext
{
    /// <summary>Who answered.</summary>
    public required string Customer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The score as it was answered.</summary>
    public required double Score { get; init; }

    /// <summary>What the answer counts as in the outcome: −1, 0 or 1 for NPS, 1 for satisfied.</summary>
    public required double Value { get; init; }

    /// <summary>The question that was answered; <see langword="null"/> where none is named.</summary>
    public string? Question { get; init; }

    /// <summary>The stage in which the customer was; <see langword="null"/> before any evidence, while dormant, and in a log that is not classified.</summary>
    public string? Stage { get; init; }

    /// <summary>The touchpoint that the customer met last before the answer; <see langword="null"/> where there is none.</summary>
    public string? LastTouchpoint { get; init; }

    /// <summary>The channel of the answer; <see langword="null"/> where there is none.</summary>
    public string? Channel { get; init; }

    /// <summary>How many events the customer had before.</summary>
    public required long EventsBefore { get; init; }

    /// <summary>Days since the customer's first event; <see langword="null"/> without an event before.</summary>
    public double? DaysSinceFirst { get; init; }

    /// <summary>Days since the customer's last purchase; <see langword="null"/> without one before, and where no purchase event is named.</summary>
    public double? DaysSincePurchase { get; init; }

    /// <summary>The last steps before the answer, the earliest first; empty without any.</summary>
    public IReadOnlyList<string> Path { get; init; } = EquatableList<string>.Empty;

    /// <summary>The values of the attributes that were asked for, in their order; <see langword="null"/> where the customer has none.</summary>
    public IReadOnlyList<string?> Attributes { get; init; } = [];

    /// <summary>The position of the answer in the customer's log.</summary>
    internal int Position { get; init; }

    /// <summary>The path in words: "Search > Basket".</summary>
    public string PathText => string.Join(" > ", Path);

    /// <summary>Whether the other is the same answer in the same context.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(AnswerContext? other) =>
        other is not null && (Customer, At, Position, Question, Stage, LastTouchpoint, Channel) == (other.Customer, other.At, other.Position, other.Question, other.Stage, other.LastTouchpoint, other.Channel)
        && Score.Equals(other.Score) && Value.Equals(other.Value) && EventsBefore == other.EventsBefore && DaysSinceFirst.Equals(other.DaysSinceFirst) && DaysSincePurchase.Equals(other.DaysSincePurchase)
        && Path.SequenceEqual(other.Path, StringComparer.Ordinal) && Attributes.SequenceEqual(other.Attributes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, At, Position, Score);
}
