using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Which events a rule looks at: a name, and what else they must have. Equal by value, ordinal; names are data and never changed.</summary>
public sealed record EventPattern
{
    /// <summary>The name of the event in the log; <see langword="null"/> for any event.</summary>
    public string? Event { get; init; }

    /// <summary>The channel in the log that the event must have; <see langword="null"/> for any channel or none.</summary>
    public string? Channel { get; init; }

    /// <summary>The attributes that the event must have, all of them, each attribute named once; at most 32, empty for none.</summary>
    public IReadOnlyList<EventCondition> Conditions { get; init => field = EquatableList.Of(value); } = EquatableList<EventCondition>.Empty;

    /// <summary>The least amount of money that the event must carry, in major units of <see cref="Currency"/>, with at most four decimals; <see langword="null"/> for any amount or none.</summary>
    public decimal? MinimumValue { get; init; }

    /// <summary>The currency of <see cref="MinimumValue"/>, which the amount must have, since amounts of different currencies are never compared; <see langword="null"/> for amounts that name none. Not without <see cref="MinimumValue"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>The kind of survey answer that the event must carry; <see langword="null"/> for any or none.</summary>
    public FeedbackKind? Feedback { get; init; }

    /// <summary>The least score that the answer must have, inclusive; needs <see cref="Feedback"/>.</summary>
    public double? MinimumScore { get; init; }

    /// <summary>The greatest score that the answer may have, inclusive; needs <see cref="Feedback"/>.</summary>
    public double? MaximumScore { get; init; }

    /// <summary>Which events these are, in English: <c>"order_paid" on channel "web" worth at least 100 EUR</c>.</summary>
    public override string ToString() => RuleText.Of(this, "any event");
}
