using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>What a pattern or a binding asks of an event besides its name. Equal by value, so that the same demand of several rules is compiled once.</summary>
internal sealed record EventDemand
{
    public static EventDemand None { get; } = new();

    public string? Channel { get; init; }

    /// <summary>The attributes of the event that it must have, all of them.</summary>
    public IReadOnlyList<EventCondition> Conditions { get; init => field = EquatableList.Of(value); } = EquatableList<EventCondition>.Empty;

    /// <summary>The least amount in <see cref="MoneyUnits"/>, <see cref="long.MinValue"/> for any; <see langword="null"/> if no amount is asked for.</summary>
    public long? MinimumUnits { get; init; }

    /// <summary>The currency of the amount that is asked for; <see langword="null"/> for amounts that name none.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether an answer is asked for.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>The kind of the answer; <see langword="null"/> for any.</summary>
    public FeedbackKind? Feedback { get; init; }

    public double MinimumScore { get; init; } = double.NegativeInfinity;

    public double MaximumScore { get; init; } = double.PositiveInfinity;

    public static EventDemand Of(EventPattern pattern) => new()
    {
        Channel = pattern.Channel,
        Conditions = pattern.Conditions,
        MinimumUnits = pattern.MinimumValue is { } least ? long.CreateSaturating(MoneyThreshold.UnitsOf(least)) : pattern.Currency is null ? null : long.MinValue,
        Currency = pattern.Currency,
        NeedsAnswer = pattern.Feedback is not null || pattern.MinimumScore is not null || pattern.MaximumScore is not null,
        Feedback = pattern.Feedback,
        MinimumScore = pattern.MinimumScore ?? double.NegativeInfinity,
        MaximumScore = pattern.MaximumScore ?? double.PositiveInfinity,
    };

    public static EventDemand Of(EventBinding binding) => new() { Channel = binding.Channel, Conditions = binding.Conditions };

    /// <summary>Whether an amount is enough; both are given only for events that carry one.</summary>
    public bool IsMetByAmount(long units, string? currency) => units >= MinimumUnits && string.Equals(currency, Currency, StringComparison.Ordinal);

    /// <summary>Whether an answer is of the kind and the scores.</summary>
    public bool IsMetByAnswer(FeedbackKind kind, double score) => (Feedback is null || kind == Feedback) && score >= MinimumScore && score <= MaximumScore;

    /// <summary>Whether an event that arrives has all that is asked for. What a log takes for absent is absent here, too: an empty channel, an empty currency.</summary>
    public bool IsMetBy(JourneyEvent arriving)
    {
        if (Channel is not null && !string.Equals(arriving.Channel, Channel, StringComparison.Ordinal)) return false;
        foreach (EventCondition condition in Conditions)
        {
            if (!arriving.Attributes.TryGetValue(condition.Attribute, out string? value) || !string.Equals(value, condition.Value, StringComparison.Ordinal)) return false;
        }

        if (MinimumUnits is not null && !(ArrivingEvent.TryGetAmount(arriving, out long units, out string? currency) && IsMetByAmount(units, currency))) return false;
        return !NeedsAnswer || (arriving.Feedback is { } answer && IsMetByAnswer(answer.Kind, answer.Score));
    }
}
