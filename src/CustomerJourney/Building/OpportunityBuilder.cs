namespace CustomerJourney.Building;

/// <summary>Fills an opportunity.</summary>
public sealed class OpportunityBuilder
{
    private readonly OpportunityDraft _opportunity;
    private readonly DefinitionProblems _problems;

    internal OpportunityBuilder(OpportunityDraft opportunity, DefinitionProblems problems) => (_opportunity, _problems) = (opportunity, problems);

    /// <summary>Gives the opportunity an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the title once.</summary>
    public OpportunityBuilder Id(string id)
    {
        _opportunity.Identify(id, _problems);
        return this;
    }

    /// <summary>Gives the opportunity another title; the id stays.</summary>
    public OpportunityBuilder Renamed(LocalizedText title)
    {
        _opportunity.Rename(title);
        return this;
    }

    /// <summary>The question that it answers: "How might we …?".</summary>
    public OpportunityBuilder HowMightWe(LocalizedText question)
    {
        _opportunity.HowMightWe = question;
        return this;
    }

    /// <summary>Names the pain points that it would relieve, by text or id; a text means every pain point with that text.</summary>
    public OpportunityBuilder Answers(params ReadOnlySpan<string> painPoints)
    {
        _opportunity.Answers.Name(painPoints);
        return this;
    }

    /// <summary>Names the stages that it would change, by name or id.</summary>
    public OpportunityBuilder Stages(params ReadOnlySpan<string> stages)
    {
        _opportunity.Stages.Name(stages);
        return this;
    }

    /// <summary>Names the touchpoints that it would change, by name or id.</summary>
    public OpportunityBuilder Touchpoints(params ReadOnlySpan<string> touchpoints)
    {
        _opportunity.Touchpoints.Name(touchpoints);
        return this;
    }

    /// <summary>How much it would help, 1 (hardly) to 5 (very much).</summary>
    public OpportunityBuilder Impact(int oneToFive)
    {
        _opportunity.Impact = oneToFive;
        return this;
    }

    /// <summary>How much work it is, 1 (hardly any) to 5 (very much).</summary>
    public OpportunityBuilder Effort(int oneToFive)
    {
        _opportunity.Effort = oneToFive;
        return this;
    }

    /// <summary>How sure the impact is, 0 to 1.</summary>
    public OpportunityBuilder Confidence(double share)
    {
        _opportunity.Confidence = share;
        return this;
    }

    /// <summary>How many customers it would reach in a quarter, 0 to 2⁵³ − 1.</summary>
    public OpportunityBuilder Reach(long customersPerQuarter)
    {
        _opportunity.ReachPerQuarter = customersPerQuarter;
        return this;
    }

    /// <summary>What customers said: how important the outcome is to them and how satisfied they are with it today, both 0 to 10.</summary>
    public OpportunityBuilder Rated(double importance, double satisfaction)
    {
        (_opportunity.Importance, _opportunity.Satisfaction) = (importance, satisfaction);
        return this;
    }

    /// <summary>Where it is on its way; <see cref="OpportunityStatus.Idea"/> without a word.</summary>
    public OpportunityBuilder Status(OpportunityStatus status)
    {
        _opportunity.Status = status;
        return this;
    }

    /// <summary>The department that would do it, by name or id.</summary>
    public OpportunityBuilder OwnedBy(string department)
    {
        _opportunity.Owner = new Reference(department, ById: false);
        return this;
    }

    /// <summary>Names the metrics that would show that it works, by name or id.</summary>
    public OpportunityBuilder Watching(params ReadOnlySpan<string> metrics)
    {
        _opportunity.Metrics.Name(metrics);
        return this;
    }

    /// <summary>Where it is worked on, such as a ticket; an absolute address.</summary>
    public OpportunityBuilder Link(Uri address)
    {
        _opportunity.Link = address;
        return this;
    }
}
