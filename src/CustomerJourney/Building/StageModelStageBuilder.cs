using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>Fills a stage of a stage model.</summary>
public sealed class StageModelStageBuilder
{
    private readonly StageModelStageDraft _stage;

    internal StageModelStageBuilder(StageModelStageDraft stage) => _stage = stage;

    /// <summary>The canonical phase that the stage covers.</summary>
    public StageModelStageBuilder Covers(JourneyPhase phase) => Covers((phase, 1));

    /// <summary>The canonical phases that the stage covers, with weights above 0 that sum to 1; replaces what was said before.</summary>
    public StageModelStageBuilder Covers(params ReadOnlySpan<(JourneyPhase Phase, double Weight)> phases)
    {
        _stage.Phases.Clear();
        foreach ((JourneyPhase phase, double weight) in phases) _stage.Phases.Add(new PhaseWeight(phase, weight));
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

    /// <summary>What customers do in this stage, in the language of the model.</summary>
    public StageModelStageBuilder CustomerActions(params ReadOnlySpan<string> actions)
    {
        _stage.CustomerActions.AddRange(actions);
        return this;
    }

    /// <summary>What the company does in this stage, in the language of the model.</summary>
    public StageModelStageBuilder CompanyActions(params ReadOnlySpan<string> actions)
    {
        _stage.CompanyActions.AddRange(actions);
        return this;
    }
}
