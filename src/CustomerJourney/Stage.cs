using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>
/// One step of the map, with its goals, expected duration and touchpoints. Customers may skip stages, return to them and repeat them.
/// Immutable; a part of its map, equal only to itself. Stages of two maps are matched by <see cref="Id"/>.
/// </summary>
public sealed class Stage
{
    internal Stage(StageDraft draft, int position, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Position = position;
        SourceNames = draft.SourceNames?.InMap(parts.Language);
        OwnPhases = [.. draft.Phases];
        Phases = OwnPhases.Count > 0 ? OwnPhases : parts.StageModel?.FindStage(Id)?.Phases ?? OwnPhases;
        CustomerGoal = draft.CustomerGoal?.InMap(parts.Language);
        CompanyGoal = draft.CompanyGoal?.InMap(parts.Language);
        EntryCriterion = draft.EntryCriterion?.InMap(parts.Language);
        ExitCriterion = draft.ExitCriterion?.InMap(parts.Language);
        ExpectedDuration = draft.ExpectedDuration;
        CustomerActions = draft.CustomerActions.InMap(parts.Language);
        CustomerQuestions = draft.CustomerQuestions.InMap(parts.Language);
        Needs = draft.Needs.InMap(parts.Language);
        Expectations = draft.Expectations.InMap(parts.Language);
        Concerns = draft.Concerns.InMap(parts.Language);
        CompanyActions = draft.CompanyActions.InMap(parts.Language);
        Departments = parts.DepartmentsOf(draft.Departments);
        Metrics = parts.MetricsOf(draft.Metrics);
        Touchpoints = parts.Of<Touchpoint>(draft.Touchpoints);
        SubJourneyId = draft.SubJourneyId;
        foreach (Touchpoint touchpoint in Touchpoints) touchpoint.PlaceIn(this);
    }

    /// <summary>The identity, unique among the stages of the map; it stays when the name or the place changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>The name in the language of whoever published the stage model, by language; <see langword="null"/> when there is none.</summary>
    public LocalizedText? SourceNames { get; }

    /// <summary>The place in the journey, from 0.</summary>
    public int Position { get; }

    /// <summary>
    /// The canonical phases that the stage covers, with weights that sum to 1: those that the map states, else those of the stage of this <see cref="Id"/> in the map's <see cref="Journey.StageModel"/>.
    /// Empty when neither says, and then the stage cannot be compared across stage models.
    /// </summary>
    public IReadOnlyList<PhaseWeight> Phases { get; }

    /// <summary>What the customer wants to reach; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? CustomerGoal { get; }

    /// <summary>What the company wants to reach; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? CompanyGoal { get; }

    /// <summary>How one sees that a customer has entered the stage; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? EntryCriterion { get; }

    /// <summary>How one sees that a customer is through with it; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? ExitCriterion { get; }

    /// <summary>How long customers should take; <see langword="null"/> when nobody said.</summary>
    public DurationRange? ExpectedDuration { get; }

    /// <summary>What customers do; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> CustomerActions { get; }

    /// <summary>What customers ask themselves; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> CustomerQuestions { get; }

    /// <summary>What customers need; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Needs { get; }

    /// <summary>What customers expect; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Expectations { get; }

    /// <summary>What customers fear; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Concerns { get; }

    /// <summary>What the company does; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> CompanyActions { get; }

    /// <summary>The departments that work in this stage; empty when nobody said.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The metrics of the map that show how this stage does; empty when none is named.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The touchpoints in map order; empty when none is known.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>The id of the map that shows this stage in detail; <see langword="null"/> when there is none.</summary>
    public string? SubJourneyId { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The phases that the map itself states; the others are the model's and not written.</summary>
    internal IReadOnlyList<PhaseWeight> OwnPhases { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
