using CustomerJourney.Building;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>Verbs: make a stage model of one's own.</summary>
public static class StageModelExtensions
{
    extension(StageModel)
    {
        /// <summary>Makes a stage model of one's own; <see cref="StageModelCatalog.With"/> puts it beside the published ones.</summary>
        /// <param name="id">The identity: lower-case letters, digits and single hyphens, at most 64 characters. Maps name their model by it.</param>
        /// <param name="name">What the model is called.</param>
        /// <param name="configure">Fills the model; it needs at least one stage.</param>
        /// <exception cref="JourneyDefinitionException">The model cannot be built; all its problems are listed.</exception>
        public static StageModel Create(string id, string name, Action<StageModelBuilder> configure)
        {
            ArgumentNullException.ThrowIfNull(configure);
            StageModelDraft draft = new(id, name);
            configure(new StageModelBuilder(draft));
            return new StageModelAssembler(draft).Assemble();
        }
    }
}
