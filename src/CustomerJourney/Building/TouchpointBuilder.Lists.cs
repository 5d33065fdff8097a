namespace CustomerJourney.Building;

/// <content>What is asked and done.</content>
public sealed partial class TouchpointBuilder
{
    /// <summary>What the customer asks here.</summary>
    public TouchpointBuilder Questions(params ReadOnlySpan<LocalizedText> questions)
    {
        _touchpoint.Questions.Say(questions);
        return this;
    }

    /// <summary>What the customer sees people and machines do.</summary>
    public TouchpointBuilder Frontstage(params ReadOnlySpan<LocalizedText> actions)
    {
        _touchpoint.Frontstage.Say(actions);
        return this;
    }

    /// <summary>What is done out of the customer's sight.</summary>
    public TouchpointBuilder Backstage(params ReadOnlySpan<LocalizedText> actions)
    {
        _touchpoint.Backstage.Say(actions);
        return this;
    }

    /// <summary>The systems that carry it.</summary>
    public TouchpointBuilder Systems(params ReadOnlySpan<LocalizedText> systems)
    {
        _touchpoint.Systems.Say(systems);
        return this;
    }

    /// <summary>What the customer can touch or keep.</summary>
    public TouchpointBuilder PhysicalEvidence(params ReadOnlySpan<LocalizedText> things)
    {
        _touchpoint.PhysicalEvidence.Say(things);
        return this;
    }
}
