using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>What would put the customer into a later stage, if it came.</summary>
/// <remarks>Tried out: the machine that classifies has said that the customer enters the stage when exactly this comes, at <see cref="StageExplanation.AsOf"/> and nothing else before it.</remarks>
public sealed record MissingEvidence
{
    /// <summary>What would put him there.</summary>
    public required StageReasonKind Kind { get; init; }

    /// <summary>The stage that the latest evidence would then be for; <see langword="null"/> for what keeps the customer from becoming dormant, or ends it.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>The rule; <see langword="null"/> where none would decide.</summary>
    public required StageRule? Rule { get; init; }

    /// <summary>The number of the rule, from 1, in the order of <see cref="StageRules.Rules"/>; <see langword="null"/> where none would decide.</summary>
    public required int? RuleNumber { get; init; }

    /// <summary>The touchpoint; <see langword="null"/> where none would decide.</summary>
    public required Touchpoint? Touchpoint { get; init; }

    /// <summary>The events that are missing, in their order; empty for a silence, which only has to go on.</summary>
    public required IReadOnlyList<MissingEvent> Events { get; init => field = EquatableList.Of(value); }

    /// <summary>What is there already: events of a count, steps of a sequence, the amount of a total; <see langword="null"/> for other kinds.</summary>
    public required decimal? Have { get; init; }

    /// <summary>What there must be in all, in the unit of <see cref="Have"/>; <see langword="null"/> for other kinds.</summary>
    public required decimal? Need { get; init; }

    /// <summary>
    /// The last instant at which the events still do; <see langword="null"/> where there is none. For a silence, the instant at which it is complete.
    /// </summary>
    public required DateTimeOffset? Until { get; init; }

    /// <summary>What is missing in English, on one line; names from outside in quotes and made visible. Times are UTC.</summary>
    public required string Sentence { get; init; }
}
