using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>
/// Do two messages contradict each other? Then customers who read both are worse off than those who read only one of them, whichever one:
/// of the two comparisons the weaker one is told, so that a message that does harm alone is not taken for a contradiction.
/// </summary>
internal sealed record MessagesQuestion : Question
{
    /// <summary>The event and the name of one message.</summary>
    public required (string Event, string Name) One { get; init; }

    /// <summary>The event and the name of the other message.</summary>
    public required (string Event, string Name) Other { get; init; }

    public override Analysis Analysis => Messages;

    private BothMessages Messages => new(One.Event, Other.Event);

    public override IEnumerable<Suspicion> Compare(Measurements answers)
    {
        BothMessagesResult result = answers.Of(Messages);
        Suspicion[] comparisons = [Compare(result.Both, result.OnlyOne, One.Name), Compare(result.Both, result.OnlyOther, Other.Name)];
        if (comparisons.Any(comparison => comparison.Difference is not { Test: not null, Effect: not null })) yield break;
        yield return comparisons.MaxBy(comparison => comparison.IsWorse ? comparison.Difference.Test!.PValue : 1)!;
    }

    private Suspicion Compare(Sample both, Sample only, string name) => new()
    {
        Series = Name,
        Question = Name,
        Group = $"{One.Name} and {Other.Name}",
        Period = null,
        Headline = $"{Name}: “{One.Name}” and “{Other.Name}”",
        Wording = Wording,
        Elsewhere = $"after “{name}” alone",
        Unit = Unit,
        MoreIsBetter = MoreIsBetter,
        Here = both,
        There = only,
        Difference = SampleDifference.Between(only, both, level: 0.95),
    };
}
