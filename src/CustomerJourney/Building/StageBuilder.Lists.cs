namespace CustomerJourney.Building;

/// <content>What customers and company do and think.</content>
public sealed partial class StageBuilder
{
    /// <summary>What customers do in this stage.</summary>
    public StageBuilder CustomerActions(params ReadOnlySpan<LocalizedText> actions)
    {
        _stage.CustomerActions.Say(actions);
        return this;
    }

    /// <summary>What customers ask themselves.</summary>
    public StageBuilder CustomerQuestions(params ReadOnlySpan<LocalizedText> questions)
    {
        _stage.CustomerQuestions.Say(questions);
        return this;
    }

    /// <summary>What customers need.</summary>
    public StageBuilder Needs(params ReadOnlySpan<LocalizedText> needs)
    {
        _stage.Needs.Say(needs);
        return this;
    }

    /// <summary>What customers expect.</summary>
    public StageBuilder Expectations(params ReadOnlySpan<LocalizedText> expectations)
    {
        _stage.Expectations.Say(expectations);
        return this;
    }

    /// <summary>What customers fear.</summary>
    public StageBuilder Concerns(params ReadOnlySpan<LocalizedText> concerns)
    {
        _stage.Concerns.Say(concerns);
        return this;
    }

    /// <summary>What the company does.</summary>
    public StageBuilder CompanyActions(params ReadOnlySpan<LocalizedText> actions)
    {
        _stage.CompanyActions.Say(actions);
        return this;
    }
}
