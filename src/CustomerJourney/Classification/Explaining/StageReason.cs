using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>One reason why a customer is in a stage, with all events that it rests on.</summary>
public sealed record StageReason
{
    /// <summary>What kind of reason it is.</summary>
    public required StageReasonKind Kind { get; init; }

    /// <summary>The stage that it speaks for; <see langword="null"/> for the silence that made the customer dormant.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>The rule; <see langword="null"/> where none is the reason.</summary>
    public required StageRule? Rule { get; init; }

    /// <summary>The number of the rule, from 1, in the order of <see cref="StageRules.Rules"/>; <see langword="null"/> where none is the reason.</summary>
    public required int? RuleNumber { get; init; }

    /// <summary>The touchpoint; <see langword="null"/> where none is the reason.</summary>
    public required Touchpoint? Touchpoint { get; init; }

    /// <summary>
    /// The events that the reason rests on, in their order. Of a count all that match in the window of an event at which it held, also above the count; of a total all whose amounts were added; of a sequence all on any
    /// whole chain; of a silence those at which it began. The event at which a rule held is always among them. Empty only where a tracker has sealed them all.
    /// </summary>
    public required IReadOnlyList<EvidencePiece> Evidence { get; init => field = EquatableList.Of(value); }

    /// <summary>At how many events the reason held; for silence how often it was complete.</summary>
    public required int Held { get; init; }

    /// <summary>At how many of these it was this reason that decided; at the others one decided that goes before it.</summary>
    public required int Decided { get; init; }

    /// <summary>For a total, what had come together when it held last, in major units of the rule's currency, as far as the listed events tell; <see langword="null"/> otherwise.</summary>
    public decimal? Total { get; init; }

    /// <summary>For silence, when the latest one began; <see langword="null"/> otherwise.</summary>
    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>For silence, how long the latest one lasted: until the next event that matches, else until <see cref="StageExplanation.AsOf"/>; <see langword="null"/> otherwise.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>The reason in English, on one line; names from outside in quotes and made visible. Times are UTC.</summary>
    public required string Sentence { get; init; }
}
