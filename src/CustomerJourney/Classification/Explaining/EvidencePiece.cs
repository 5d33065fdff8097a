namespace CustomerJourney.Classification.Explaining;

/// <summary>One event of the customer that speaks for a stage.</summary>
public sealed record EvidencePiece
{
    /// <summary>The name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>When the event began (<c>StartedAt ?? At</c>), the clock of all rules, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The channel; <see langword="null"/> if none.</summary>
    public required string? Channel { get; init; }

    /// <summary>The id of the event; <see langword="null"/> if it has none.</summary>
    public required string? Id { get; init; }

    /// <summary>The place of the event among the customer's, from 0; in the explanation of a tracker, among those that are not sealed (<see cref="StageExplanation.Sealed"/>).</summary>
    public required int Position { get; init; }

    /// <summary>2^(−age/half-life), the age from <see cref="At"/> to <see cref="StageExplanation.AsOf"/>; 0…1, and 0 only where it is too small for a double.</summary>
    public required double Weight { get; init; }

    /// <summary>The amount that the event adds to a total, in major units of the rule's currency; <see langword="null"/> where no total is the reason, or the event adds nothing and stands here because the rule held at it.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>Whether the event was put into the stage by this very reason, and not by a reason that goes before it, or only helped the reason to hold at a later event. A silence that followed the event counts as well.</summary>
    public required bool Decided { get; init; }
}
