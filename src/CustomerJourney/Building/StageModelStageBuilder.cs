using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>Fills a stage of a stage model.</summary>
public sealed class StageModelStageBuilder
{
    private readonly StageModelStageDraft _stage;

    internal StageModelStageBuilder(StageModelStageDraft stage) => _stage = stage;

    /// <summary>The stage covers a canonical phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="weight">The share of the stage that lies in the phase, above 0 and at most 1; the weights of a stage sum to 1.</param>
    public StageModelStageBuilder Covers(JourneyPhase phase, double weight = 1)
    {
        _stage.Phases.Add(new PhaseWeight(phase, weight));
        return this;
    }

    /// <summary>The name in another language than that of the model.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="name">The name, unique among the stages in this language.</param>
    public StageModelStageBuilder Named(string language, string name)
    {
        _stage.Translations.Add((language, name));
        return this;
    }

    /// <summary>What customers do in this stage.</summary>
    public StageModelStageBuilder CustomerActions(params ReadOnlySpan<string> actions)
    {
        _stage.CustomerActions.AddRange(actions);
        return this;
    }

    /// <summary>What the company does in this stage.</summary>
    public StageModelStageBuilder CompanyActions(params ReadOnlySpan<string> actions)
    {
        _stage.CompanyActions.AddRange(actions);
        return this;
    }
}
