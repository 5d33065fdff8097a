namespace CustomerJourney.Building;

/// <content>What the persona thinks, wants and does.</content>
public sealed partial class PersonaBuilder
{
    /// <summary>How this persona lives.</summary>
    public PersonaBuilder Lifestyle(params ReadOnlySpan<LocalizedText> lifestyle)
    {
        _persona.Lifestyle.Say(lifestyle);
        return this;
    }

    /// <summary>What matters to this persona.</summary>
    public PersonaBuilder Values(params ReadOnlySpan<LocalizedText> values)
    {
        _persona.Values.Say(values);
        return this;
    }

    /// <summary>What this persona thinks of the offer and its kind.</summary>
    public PersonaBuilder Attitudes(params ReadOnlySpan<LocalizedText> attitudes)
    {
        _persona.Attitudes.Say(attitudes);
        return this;
    }

    /// <summary>What this persona wants to reach.</summary>
    public PersonaBuilder Goals(params ReadOnlySpan<LocalizedText> goals)
    {
        _persona.Goals.Say(goals);
        return this;
    }

    /// <summary>What this persona needs.</summary>
    public PersonaBuilder Needs(params ReadOnlySpan<LocalizedText> needs)
    {
        _persona.Needs.Say(needs);
        return this;
    }

    /// <summary>What hurts this persona in general; what hurts at a touchpoint is said there.</summary>
    public PersonaBuilder Suffers(params ReadOnlySpan<LocalizedText> painPoints)
    {
        _persona.PainPoints.Say(painPoints);
        return this;
    }

    /// <summary>What this persona looks for.</summary>
    public PersonaBuilder LookingFor(params ReadOnlySpan<LocalizedText> goals)
    {
        _persona.LookingFor.Say(goals);
        return this;
    }

    /// <summary>How this persona meets the brand.</summary>
    public PersonaBuilder MeetsBrandBy(params ReadOnlySpan<LocalizedText> interactions)
    {
        _persona.BrandInteractions.Say(interactions);
        return this;
    }

    /// <summary>What this persona expects.</summary>
    public PersonaBuilder Expects(params ReadOnlySpan<LocalizedText> expectations)
    {
        _persona.Expectations.Say(expectations);
        return this;
    }

    /// <summary>What interests this persona.</summary>
    public PersonaBuilder InterestedIn(params ReadOnlySpan<LocalizedText> interests)
    {
        _persona.Interests.Say(interests);
        return this;
    }

    /// <summary>The devices that this persona uses.</summary>
    public PersonaBuilder Uses(params ReadOnlySpan<LocalizedText> devices)
    {
        _persona.Devices.Say(devices);
        return this;
    }
}
