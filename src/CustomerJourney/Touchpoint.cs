using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>
/// A contact between customer and company, or something that the customer does alone: where it takes place, the events that show that it happened, and how it feels.
/// Immutable; a part of its map, equal only to itself. Touchpoints of two maps are matched by <see cref="Id"/>.
/// </summary>
public sealed class Touchpoint
{
    internal Touchpoint(TouchpointDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Description = draft.About?.InMap(parts.Language);
        Kind = draft.TouchpointKind;
        Channel = parts.ChannelOf(draft.Channel);
        Initiator = draft.Initiator ?? (Kind == TouchpointKind.Interaction ? TouchpointInitiator.Customer : null);
        Importance = draft.Importance;
        Doing = draft.Doing?.InMap(parts.Language);
        Questions = draft.Questions.InMap(parts.Language);
        Emotions = [.. draft.Emotions.Select(emotion => new Emotion(emotion, draft.TargetEmotion, parts))];
        TargetEmotion = draft.TargetEmotion;
        Engagement = draft.Engagement;
        MomentOfTruth = draft.MomentOfTruth is { } moment ? moment with { Why = moment.Why?.InMap(parts.Language) } : null;
        Personas = parts.PersonasOf(draft.Personas);
        PainPoints = parts.Of<PainPoint>(draft.PainPoints);
        Blueprint = new ServiceBlueprint
        {
            Frontstage = draft.Frontstage.InMap(parts.Language),
            Backstage = draft.Backstage.InMap(parts.Language),
            Systems = draft.Systems.InMap(parts.Language),
            PhysicalEvidence = draft.PhysicalEvidence.InMap(parts.Language),
        };
        Departments = parts.DepartmentsOf(draft.Departments);
        Owner = parts.DepartmentOf(draft.Owner);
        Metrics = parts.MetricsOf(draft.Metrics);
        Claims = [.. draft.Claims];
        EventBindings = [.. draft.EventBindings];
        Evidence = parts.EvidenceOf(draft.Evidence);
        SubJourneyId = draft.SubJourneyId;
        ExpectedDuration = draft.ExpectedDuration;
    }

    /// <summary>The identity, unique among the touchpoints of the map; it stays when the name or the stage changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>What it is about; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Description { get; }

    /// <summary>The stage that it belongs to.</summary>
    public Stage Stage { get; private set; } = null!;

    /// <summary>Whether someone is in contact with someone.</summary>
    public TouchpointKind Kind { get; }

    /// <summary>The channel of the map on which it takes place; <see langword="null"/> when nobody said.</summary>
    public TouchpointChannel? Channel { get; }

    /// <summary>Who begins it; for an interaction of which nobody said, the customer, for an action, <see langword="null"/>.</summary>
    public TouchpointInitiator? Initiator { get; }

    /// <summary>How much it matters to the customer, 1 to 5; 3 when nobody said.</summary>
    public int Importance { get; }

    /// <summary>What the customer does; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Doing { get; }

    /// <summary>What the customer asks; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Questions { get; }

    /// <summary>How it feels, for everyone or by persona, in the order given; empty when unknown.</summary>
    public IReadOnlyList<Emotion> Emotions { get; }

    /// <summary>How it should feel for everyone, -2 to +2; <see langword="null"/> when nobody said. A persona may have its own <see cref="Emotion.Target"/>.</summary>
    public double? TargetEmotion { get; }

    /// <summary>How much it grips the customer, 1 to 5: the dramatic arc; <see langword="null"/> when nobody said.</summary>
    public int? Engagement { get; }

    /// <summary>That the customer's opinion of the company is made or broken here; <see langword="null"/> when it is not.</summary>
    public MomentOfTruth? MomentOfTruth { get; }

    /// <summary>Whether the customer's opinion of the company is made or broken here.</summary>
    public bool IsMomentOfTruth => MomentOfTruth is not null;

    /// <summary>The personas that come here; empty when all do.</summary>
    public IReadOnlyList<Persona> Personas { get; }

    /// <summary>What hurts here; empty when nothing is known.</summary>
    public IReadOnlyList<PainPoint> PainPoints { get; }

    /// <summary>What the company does for it, seen and unseen.</summary>
    public ServiceBlueprint Blueprint { get; }

    /// <summary>The departments that work on it; empty when nobody said.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The department that answers for it; <see langword="null"/> when nobody said.</summary>
    public Department? Owner { get; }

    /// <summary>The metrics of the map that show how it does; empty when none is named.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What customers are told here; empty when nothing is noted.</summary>
    public IReadOnlyList<TouchpointClaim> Claims { get; }

    /// <summary>The events of the log that show that it happened; any of them is enough. Empty when no data shows it.</summary>
    public IReadOnlyList<EventBinding> EventBindings { get; }

    /// <summary>What the map's statements on it rest on; empty when nothing is named.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>The id of the map that shows it in detail; <see langword="null"/> when there is none.</summary>
    public string? SubJourneyId { get; }

    /// <summary>How long it should take; <see langword="null"/> when nobody said.</summary>
    public DurationRange? ExpectedDuration { get; }

    /// <summary>The mean score of <see cref="Emotions"/>, each counted once, -2 to +2; <see langword="null"/> when there are none.</summary>
    public double? MeanEmotion => Emotions.Count == 0 ? null : Emotions.Sum(emotion => emotion.Score) / Emotions.Count;

    /// <summary>How much better it should feel: the mean <see cref="Emotion.Gap"/> of the emotions that have a target, -4 to +4; <see langword="null"/> when none has.</summary>
    public double? EmotionGap
    {
        get
        {
            double[] gaps = [.. Emotions.Select(emotion => emotion.Gap).OfType<double>()];
            return gaps.Length == 0 ? null : gaps.Sum() / gaps.Length;
        }
    }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Called once, by the stage that is being made.</summary>
    internal void PlaceIn(Stage stage) => Stage = stage;
}
