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

    /// <summary>Names the pain points that it would relieve, by text or id; a text means every pain point with that text.</summary>
    public OpportunityBuilder Answers(params ReadOnlySpan<string> painPoints)
    {
        foreach (string painPoint in painPoints) _opportunity.Answers.Add(new Reference(painPoint, ById: false));
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
}
