using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>Fills a stage.</summary>
public sealed partial class StageBuilder
{
    private readonly StageDraft _stage;
    private readonly JourneyDraft _journey;

    internal StageBuilder(StageDraft stage, JourneyDraft journey) => (_stage, _journey) = (stage, journey);

    /// <summary>Gives the stage an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public StageBuilder Id(string id)
    {
        _stage.Identify(id, _journey.Problems);
        return this;
    }

    /// <summary>Gives the stage another name; the id stays.</summary>
    public StageBuilder Renamed(LocalizedText name)
    {
        _stage.Rename(name);
        return this;
    }

    /// <summary>The name in the languages of whoever published the stage model: <c>SourceNames(("zh-Hans", "购买"))</c>.</summary>
    public StageBuilder SourceNames(params ReadOnlySpan<(string Language, string Name)> names)
    {
        _stage.SourceNames = new LocalizedText(names);
        return this;
    }

    /// <summary>The canonical phase that the stage covers.</summary>
    public StageBuilder Covers(JourneyPhase phase) => Covers((phase, 1));

    /// <summary>The canonical phases that the stage covers, with weights above 0 that sum to 1; replaces what was said before.</summary>
    public StageBuilder Covers(params ReadOnlySpan<(JourneyPhase Phase, double Weight)> phases)
    {
        _stage.Phases.Clear();
        foreach ((JourneyPhase phase, double weight) in phases) _stage.Phases.Add(new PhaseWeight(phase, weight));
        _stage.Carried.Drop("phases");
        return this;
    }

    /// <summary>What the customer wants to reach in this stage.</summary>
    public StageBuilder Goal(LocalizedText customerGoal)
    {
        _stage.CustomerGoal = customerGoal;
        return this;
    }

    /// <summary>What the company wants to reach in this stage.</summary>
    public StageBuilder CompanyGoal(LocalizedText companyGoal)
    {
        _stage.CompanyGoal = companyGoal;
        return this;
    }

    /// <summary>How one sees that a customer has entered the stage.</summary>
    public StageBuilder BeginsWith(LocalizedText entryCriterion)
    {
        _stage.EntryCriterion = entryCriterion;
        return this;
    }

    /// <summary>How one sees that a customer is through with the stage.</summary>
    public StageBuilder EndsWith(LocalizedText exitCriterion)
    {
        _stage.ExitCriterion = exitCriterion;
        return this;
    }

    /// <summary>How long customers should take at most, in whole seconds.</summary>
    public StageBuilder Within(TimeSpan expectedDuration) => Within(TimeSpan.Zero, expectedDuration);

    /// <summary>How long customers should take, in whole seconds.</summary>
    public StageBuilder Within(TimeSpan shortest, TimeSpan longest)
    {
        _stage.ExpectedDuration = new DurationRange(shortest, longest);
        _stage.Carried.Drop("expectedDuration");
        return this;
    }

    /// <summary>Names metrics of the map that show how this stage does, by name or id.</summary>
    public StageBuilder Watching(params ReadOnlySpan<string> metrics)
    {
        _stage.Metrics.Name(metrics);
        return this;
    }

    /// <summary>Names the departments that work in this stage, by name or id.</summary>
    public StageBuilder Departments(params ReadOnlySpan<string> departments)
    {
        _stage.Departments.Name(departments);
        return this;
    }

    /// <summary>The id of the map that shows this stage in detail.</summary>
    public StageBuilder DetailedIn(string journeyId)
    {
        _stage.SubJourneyId = journeyId ?? "";
        return this;
    }

    /// <summary>Adds a touchpoint after those that are there. Where another of the map has its name, both are found by their ids only.</summary>
    public StageBuilder AddTouchpoint(LocalizedText name, Action<TouchpointBuilder>? configure = null)
    {
        TouchpointDraft touchpoint = new(name);
        _stage.Touchpoints.Add(touchpoint);
        configure?.Invoke(new TouchpointBuilder(touchpoint, _journey));
        return this;
    }

    /// <summary>Changes a touchpoint of this stage, found by name or id.</summary>
    public StageBuilder EditTouchpoint(string name, Action<TouchpointBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name) is { } touchpoint) change(new TouchpointBuilder(touchpoint, _journey));
        return this;
    }

    /// <summary>Removes a touchpoint of this stage, found by name or id, with its pain points; what pointed to them points to them no more.</summary>
    public StageBuilder RemoveTouchpoint(string name)
    {
        if (Find(name) is { } touchpoint)
        {
            ReferenceEraser.Forget(_journey, [touchpoint]);
            _stage.Touchpoints.Remove(touchpoint);
        }

        return this;
    }

    private TouchpointDraft? Find(string? name) => new Reference(name, ById: false).FindToChange(
        _stage.Touchpoints, "touchpoint", "touchpoints", problem => _journey.Problems.Add(_stage, problem.Replace("the map has", "the stage has", StringComparison.Ordinal)));
}
