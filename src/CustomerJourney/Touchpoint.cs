using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>
/// A contact between customer and company: where it takes place, the events that show that it happened, and how it feels.
/// Immutable; a part of its map, equal only to itself. Touchpoints of two maps are matched by <see cref="Id"/>.
/// </summary>
public sealed class Touchpoint
{
    internal Touchpoint(TouchpointDraft draft, TouchpointChannel? channel, IReadOnlyList<Emotion> emotions, IReadOnlyList<PainPoint> painPoints)
    {
        Id = draft.Id!;
        Name = draft.Name!;
        Channel = channel;
        Importance = draft.Importance;
        IsMomentOfTruth = draft.IsMomentOfTruth;
        MomentOfTruthReason = draft.MomentOfTruthReason;
        TargetEmotion = draft.TargetEmotion;
        Emotions = emotions;
        PainPoints = painPoints;
        EventBindings = [.. draft.EventBindings.Select(binding => new EventBinding { Event = binding.Event!, Channel = binding.Channel })];
    }

    /// <summary>The identity, unique among the touchpoints of the map; it stays when the name or the stage changes.</summary>
    public string Id { get; }

    /// <summary>The name, unique among the touchpoints of the map, as it was written.</summary>
    public string Name { get; }

    /// <summary>The stage that it belongs to.</summary>
    public Stage Stage { get; private set; } = null!;

    /// <summary>The channel of the map on which it takes place; <see langword="null"/> when nobody said.</summary>
    public TouchpointChannel? Channel { get; }

    /// <summary>How much it matters to the customer, 1 to 5; 3 when nobody said.</summary>
    public int Importance { get; }

    /// <summary>Whether the customer's opinion of the company is made or broken here.</summary>
    public bool IsMomentOfTruth { get; }

    /// <summary>Why it is a moment of truth; <see langword="null"/> when it is none or nobody said.</summary>
    public string? MomentOfTruthReason { get; }

    /// <summary>How it should feel for everyone, -2 to +2; <see langword="null"/> when nobody said. A persona may have its own <see cref="Emotion.Target"/>.</summary>
    public double? TargetEmotion { get; }

    /// <summary>How it feels, for everyone or by persona, in the order given; empty when unknown.</summary>
    public IReadOnlyList<Emotion> Emotions { get; }

    /// <summary>The mean score of <see cref="Emotions"/>, each counted once, -2 to +2; <see langword="null"/> when there are none.</summary>
    public double? MeanEmotion => Emotions.Count == 0 ? null : Emotions.Sum(emotion => emotion.Score) / Emotions.Count;

    /// <summary>What hurts here; empty when nothing is known.</summary>
    public IReadOnlyList<PainPoint> PainPoints { get; }

    /// <summary>The events of the log that show that it happened; any of them is enough. Empty when no data shows it.</summary>
    public IReadOnlyList<EventBinding> EventBindings { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Called once, by the stage that is being made.</summary>
    internal void PlaceIn(Stage stage) => Stage = stage;
}
