using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>
/// Fills a stage model, inside the lambda of <c>StageModel.Create</c>. Nothing that a user can pass throws here, except a missing delegate;
/// all problems come together in one <see cref="JourneyDefinitionException"/> at the end.
/// </summary>
public sealed class StageModelBuilder
{
    private readonly StageModelDraft _model;

    internal StageModelBuilder(StageModelDraft model) => _model = model;

    /// <summary>Where the model comes from.</summary>
    public StageModelBuilder Source(string source)
    {
        _model.PublishedIn = source ?? "";
        return this;
    }

    /// <summary>What else should be known of the model.</summary>
    public StageModelBuilder Note(string note)
    {
        _model.Note = note ?? "";
        return this;
    }

    /// <summary>The language of the stages' names, a BCP 47 tag; English (<c>en</c>) when nothing is said.</summary>
    public StageModelBuilder Language(string language)
    {
        _model.Language = language ?? "";
        return this;
    }

    /// <summary>Customers may skip stages and come back to them; so it is when nothing is said.</summary>
    public StageModelBuilder Flexible() => Ordered(StageModelOrder.Flexible);

    /// <summary>One stage follows the other, and none goes back in time; that is checked.</summary>
    public StageModelBuilder Linear() => Ordered(StageModelOrder.Linear);

    /// <summary>Each stage holds some of the customers of the stage before.</summary>
    public StageModelBuilder Funnel() => Ordered(StageModelOrder.Funnel);

    /// <summary>After the last stage customers come back.</summary>
    /// <param name="returnsTo">The key of the stage to which they come back; the first stage when left out.</param>
    public StageModelBuilder Cyclic(string? returnsTo = null) => Ordered(StageModelOrder.Cyclic, returnsTo);

    /// <summary>Adds a stage after those that are there.</summary>
    /// <param name="key">The identity of the stage: lower-case letters, digits and single hyphens, at most 64 characters, unique in the model.</param>
    /// <param name="name">The name, unique in the model.</param>
    /// <param name="configure">Says which phases the stage covers; one without phases lies outside them, and its figures stay unassigned in the crosswalk.</param>
    public StageModelBuilder AddStage(string key, string name, Action<StageModelStageBuilder>? configure = null)
    {
        StageModelStageDraft stage = new(key, name);
        _model.Stages.Add(stage);
        configure?.Invoke(new StageModelStageBuilder(stage));
        return this;
    }

    private StageModelBuilder Ordered(StageModelOrder order, string? returnsTo = null)
    {
        _model.Order = order;
        _model.ReturnsTo = returnsTo;
        return this;
    }
}
