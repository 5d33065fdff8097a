namespace CustomerJourney.Building;

/// <summary>Fills a touchpoint.</summary>
public sealed partial class TouchpointBuilder
{
    private readonly TouchpointDraft _touchpoint;
    private readonly JourneyDraft _journey;

    internal TouchpointBuilder(TouchpointDraft touchpoint, JourneyDraft journey) => (_touchpoint, _journey) = (touchpoint, journey);

    /// <summary>Gives the touchpoint an id, the only one of its kind in the map: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public TouchpointBuilder Id(string id)
    {
        _touchpoint.Identify(id, _journey.Problems);
        return this;
    }

    /// <summary>Gives the touchpoint another name; the id stays.</summary>
    public TouchpointBuilder Renamed(LocalizedText name)
    {
        _touchpoint.Rename(name);
        return this;
    }

    /// <summary>What the touchpoint is about.</summary>
    public TouchpointBuilder Description(LocalizedText description)
    {
        _touchpoint.About = description;
        return this;
    }

    /// <summary>The customer does it alone, in contact with nobody; without a word a touchpoint is an interaction that the customer begins.</summary>
    public TouchpointBuilder Action()
    {
        (_touchpoint.TouchpointKind, _touchpoint.Initiator) = (TouchpointKind.Action, null);
        return this;
    }

    /// <summary>Someone is in contact with someone.</summary>
    public TouchpointBuilder Interaction(TouchpointInitiator begunBy)
    {
        (_touchpoint.TouchpointKind, _touchpoint.Initiator) = (TouchpointKind.Interaction, begunBy);
        return this;
    }

    /// <summary>Takes place on a channel of the map, found by name or id.</summary>
    public TouchpointBuilder On(string channel)
    {
        (_touchpoint.Channel, _touchpoint.Category) = (new Reference(channel, ById: false), null);
        return this;
    }

    /// <summary>Takes place on the map's only channel of a category. Where there is none, one is added that is named after the category; where there are several, that is a problem.</summary>
    public TouchpointBuilder On(ChannelCategory category)
    {
        (_touchpoint.Channel, _touchpoint.Category) = (null, category);
        return this;
    }

    /// <summary>How much the touchpoint matters to the customer, 1 to 5. Without a word it is 3.</summary>
    public TouchpointBuilder Important(int importance)
    {
        _touchpoint.Importance = importance;
        return this;
    }

    /// <summary>What the customer does here.</summary>
    public TouchpointBuilder Doing(LocalizedText doing)
    {
        _touchpoint.Doing = doing;
        return this;
    }

    /// <summary>How much the touchpoint grips the customer, 1 to 5.</summary>
    public TouchpointBuilder Engaging(int engagement)
    {
        _touchpoint.Engagement = engagement;
        return this;
    }

    /// <summary>The customer's opinion of the company is made or broken here.</summary>
    public TouchpointBuilder MomentOfTruth(LocalizedText? why = null) => MomentOfTruth(MomentOfTruthKind.Custom, why);

    /// <summary>The customer's opinion of the company is made or broken here, in a moment of a known kind.</summary>
    public TouchpointBuilder MomentOfTruth(MomentOfTruthKind kind, LocalizedText? why = null)
    {
        _touchpoint.MomentOfTruth = new MomentOfTruth { Kind = kind, Why = why };
        _touchpoint.Carried.Drop("momentOfTruth");
        return this;
    }

    /// <summary>The personas that come here, by name or id, if not all.</summary>
    public TouchpointBuilder For(params ReadOnlySpan<string> personas)
    {
        _touchpoint.Personas.Name(personas);
        return this;
    }

    /// <summary>How long it should take at most, in whole seconds.</summary>
    public TouchpointBuilder Within(TimeSpan expectedDuration) => Within(TimeSpan.Zero, expectedDuration);

    /// <summary>How long it should take, in whole seconds.</summary>
    public TouchpointBuilder Within(TimeSpan shortest, TimeSpan longest)
    {
        _touchpoint.ExpectedDuration = new DurationRange(shortest, longest);
        _touchpoint.Carried.Drop("expectedDuration");
        return this;
    }

    /// <summary>The department that answers for it, by name or id.</summary>
    public TouchpointBuilder OwnedBy(string department)
    {
        _touchpoint.Owner = new Reference(department, ById: false);
        return this;
    }

    /// <summary>The departments that work on it, by name or id.</summary>
    public TouchpointBuilder Departments(params ReadOnlySpan<string> departments)
    {
        _touchpoint.Departments.Name(departments);
        return this;
    }

    /// <summary>Names metrics of the map that show how it does, by name or id.</summary>
    public TouchpointBuilder Watching(params ReadOnlySpan<string> metrics)
    {
        _touchpoint.Metrics.Name(metrics);
        return this;
    }

    /// <summary>What the map's statements on it rest on: evidence of the map, by title or id.</summary>
    public TouchpointBuilder BasedOn(params ReadOnlySpan<string> evidence)
    {
        _touchpoint.Evidence.Name(evidence);
        return this;
    }

    /// <summary>The id of the map that shows it in detail.</summary>
    public TouchpointBuilder DetailedIn(string journeyId)
    {
        _touchpoint.SubJourneyId = journeyId ?? "";
        return this;
    }
}
