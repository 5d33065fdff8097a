using CustomerJourney.StageModels;

namespace CustomerJourney.Building.Matching;

/// <summary>Which parts of two maps are the same, kind by kind.</summary>
internal sealed class MapMatches
{
    private readonly Dictionary<PainPoint, Touchpoint> _owners = new(ReferenceEqualityComparer.Instance);

    public MapMatches(Journey baseline, Journey candidate)
    {
        Stages = new(baseline.Stages, candidate.Stages, stage => stage.Id, stage => stage.Name, stage => NormalizedName.Of(stage.Name));
        Personas = new(baseline.Personas, candidate.Personas, persona => persona.Id, persona => persona.Name, persona => NormalizedName.Of(persona.Name));
        Channels = new(baseline.Channels, candidate.Channels, channel => channel.Id, channel => channel.Name, channel => NormalizedName.Of(channel.Name));
        Departments = new(baseline.Departments, candidate.Departments, department => department.Id, department => department.Name, department => NormalizedName.Of(department.Name));
        Metrics = new(baseline.Metrics, candidate.Metrics, metric => metric.Id, metric => metric.Name, metric => NormalizedName.Of(metric.Name));
        Evidence = new(baseline.Evidence, candidate.Evidence, evidence => evidence.Id, evidence => evidence.Title, evidence => NormalizedName.Of(evidence.Title));
        Touchpoints = new(
            baseline.Touchpoints,
            candidate.Touchpoints,
            touchpoint => touchpoint.Id,
            touchpoint => (DominantPhase(touchpoint.Stage), ChannelOf(touchpoint), touchpoint.Name),
            touchpoint => (DominantPhase(touchpoint.Stage), ChannelOf(touchpoint), NormalizedName.Of(touchpoint.Name)));
        PainPoints = new(
            PainPointsOf(baseline),
            PainPointsOf(candidate),
            pain => pain.Id,
            pain => (Touchpoints.Common(OwnerOf(pain)), pain.Text),
            pain => (Touchpoints.Common(OwnerOf(pain)), NormalizedName.Of(pain.Text)));
        Opportunities = new(baseline.Opportunities, candidate.Opportunities, idea => idea.Id, idea => idea.Title, idea => NormalizedName.Of(idea.Title));
    }

    public MapMatch<Stage> Stages { get; }

    public MapMatch<Touchpoint> Touchpoints { get; }

    public MapMatch<PainPoint> PainPoints { get; }

    public MapMatch<Persona> Personas { get; }

    public MapMatch<TouchpointChannel> Channels { get; }

    public MapMatch<Department> Departments { get; }

    public MapMatch<Metric> Metrics { get; }

    public MapMatch<Evidence> Evidence { get; }

    public MapMatch<Opportunity> Opportunities { get; }

    public Touchpoint OwnerOf(PainPoint pain) => _owners[pain];

    /// <summary>The phase that weighs most in a stage, of equal ones the first; <see langword="null"/> where nobody said.</summary>
    private static JourneyPhase? DominantPhase(Stage stage) => stage.Phases.Count == 0 ? null : stage.Phases.MaxBy(phase => phase.Weight).Phase;

    private TouchpointChannel? ChannelOf(Touchpoint touchpoint) => touchpoint.Channel is { } channel ? Channels.Common(channel) : null;

    private List<PainPoint> PainPointsOf(Journey journey)
    {
        List<PainPoint> all = [];
        foreach (Touchpoint touchpoint in journey.Touchpoints)
        {
            foreach (PainPoint pain in touchpoint.PainPoints)
            {
                all.Add(pain);
                _owners[pain] = touchpoint; // A map compared with itself shows each pain point twice.
            }
        }

        return all;
    }
}
