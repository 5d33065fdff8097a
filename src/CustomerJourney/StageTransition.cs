using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A way from one stage to another. Immutable; a part of its map, equal only to itself.</summary>
public sealed class StageTransition
{
    internal StageTransition(TransitionDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        From = parts.StageOf(draft.From);
        To = parts.StageOf(draft.To);
        Kind = draft.Kind;
        When = draft.When?.InMap(parts.Language);
        Share = draft.Share;
    }

    /// <summary>The stage that customers leave.</summary>
    public Stage From { get; }

    /// <summary>The stage that they enter; the same one for a loop within it.</summary>
    public Stage To { get; }

    /// <summary>How they go.</summary>
    public TransitionKind Kind { get; }

    /// <summary>When they go this way; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? When { get; }

    /// <summary>The share of the customers in <see cref="From"/> that go this way, 0 to 1; <see langword="null"/> when unknown.</summary>
    public double? Share { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }
}
