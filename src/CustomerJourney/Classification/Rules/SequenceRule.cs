using CustomerJourney.Building;

namespace CustomerJourney.Classification.Rules;

/// <summary>Events in an order put the customer into a stage: "trial started, then invited a colleague, within 14 days, with no cancellation in between". Other events may lie between. Holds at every event that completes the sequence.</summary>
public sealed record SequenceRule : StageRule
{
    /// <summary>The steps in their order, 2…16 of them; each is a later event of the log than the one before.</summary>
    public required IReadOnlyList<EventPattern> Steps { get; init => field = EquatableList.Of(value); }

    /// <summary>How long the first step may lie before the last, inclusive; <see langword="null"/> for any time. Positive.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Events that must not lie between the first step and the last: one of them ends all sequences that have begun. None of them may have the name of a step; a pattern of any event asks that the steps follow each other directly. At most 16; empty for none.</summary>
    public IReadOnlyList<EventPattern> Without { get; init => field = EquatableList.Of(value); } = EquatableList<EventPattern>.Empty;

    internal override string ToText()
    {
        string without = Without.Count == 0 ? "" : $" without {string.Join(" or ", Without.Select(pattern => RuleText.Of(pattern, "any event")))} in between";
        return $"{string.Join(", then ", Steps.Select(step => RuleText.Of(step, "any event")))}{without}{RuleText.Within(Within)}";
    }

    internal override IEnumerable<(string Path, EventPattern Pattern)> Patterns() =>
    [
        .. Steps.Select((step, index) => ($"steps[{Phrase.Number(index)}]", step)),
        .. Without.Select((pattern, index) => ($"without[{Phrase.Number(index)}]", pattern)),
    ];
}
