using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>Verbs: make a stage model of one's own, in code or from JSON, and write one as JSON.</summary>
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
            return new StageModelAssembler(draft, new DefinitionProblems()).Assemble();
        }

        /// <summary>
        /// Reads a stage model from a JSON object: <c>id</c>, <c>name</c> and <c>stages</c> with <c>key</c>, <c>name</c> and <c>phases</c> (weights by phase) are what matters; docs/maps.md has all properties.
        /// <see cref="StageModelCatalog.With"/> puts it beside the published ones.
        /// </summary>
        /// <param name="json">The model; at most 16 MB, as a map. Properties that begin with <c>x-</c> may stand in it and are not kept.</param>
        /// <exception cref="JourneyDefinitionException">It is no stage model; all its faults are listed, each with JSON path and line.</exception>
        public static StageModel Parse(string json)
        {
            ArgumentNullException.ThrowIfNull(json);
            return StageModelDocument.Read(json);
        }
    }

    /// <summary>The model as a JSON object that <c>StageModel.Parse</c> reads: fixed order of properties, two spaces, line feeds, nulls and empty lists left out. The same model gives the same text.</summary>
    /// <param name="model">The model, published or one's own.</param>
    public static string ToJson(this StageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Encoding.UTF8.GetString(DocumentWriter.Write(StageModelDocument.Write(model)));
    }
}
