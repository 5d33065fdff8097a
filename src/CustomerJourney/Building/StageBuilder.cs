namespace CustomerJourney.Building;

/// <summary>Fills a stage.</summary>
public sealed class StageBuilder
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
    public StageBuilder Renamed(string name)
    {
        _stage.Name = name;
        return this;
    }

    /// <summary>What the customer wants to reach in this stage.</summary>
    public StageBuilder Goal(string customerGoal)
    {
        if (string.IsNullOrWhiteSpace(customerGoal)) _journey.Problems.Add(_stage, "the customer's goal is blank; leave it out or say what the customer wants");
        _stage.CustomerGoal = customerGoal;
        return this;
    }

    /// <summary>How long customers should take at most: whole seconds, more than none.</summary>
    public StageBuilder Within(TimeSpan expectedDuration)
    {
        _stage.ExpectedDuration = expectedDuration;
        return this;
    }

    /// <summary>Names metrics of the map that show how this stage does, by name or id.</summary>
    public StageBuilder Watching(params ReadOnlySpan<string> metrics)
    {
        foreach (string metric in metrics) _stage.Metrics.Add(new Reference(metric, ById: false));
        return this;
    }

    /// <summary>Adds a touchpoint after those that are there. Its name must be the only one of its kind in the map, since touchpoints are found by it.</summary>
    public StageBuilder AddTouchpoint(string name, Action<TouchpointBuilder>? configure = null)
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
            _stage.Touchpoints.Remove(touchpoint);
            _journey.Forget([touchpoint]);
        }

        return this;
    }

    private TouchpointDraft? Find(string? name)
    {
        TouchpointDraft? found = new Reference(name, ById: false).Find(_stage.Touchpoints);
        if (found is null) _journey.Problems.Add(_stage, $"{Phrase.Of("touchpoint", name)} is not there to change; {Phrase.Known("touchpoints", _stage.Touchpoints.Select(part => part.Name)).Replace("the map has", "the stage has", StringComparison.Ordinal)}");
        return found;
    }
}
