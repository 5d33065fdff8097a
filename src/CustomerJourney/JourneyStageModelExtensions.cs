using CustomerJourney.Building;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>Verbs: begin a map from a stage model.</summary>
public static class JourneyStageModelExtensions
{
    extension(Journey)
    {
        /// <summary>Fills and builds a map that begins with the stages of a model: its keys become the ids, so a stage is found by either.</summary>
        /// <param name="name">The name of the map.</param>
        /// <param name="model">The model, published or one's own.</param>
        /// <param name="configure">Fills the map further: <see cref="JourneyBuilder.EditStage"/> adds touchpoints to the stages of the model; other stages may be added, and some removed.</param>
        /// <param name="language">
        /// The language of the stages' names, one of <see cref="StageModel.Languages"/> or narrower (<c>ru-RU</c>); when left out, that of the model, which is English for every published one.
        /// </param>
        /// <exception cref="ArgumentException">The model does not name all its stages in this language.</exception>
        /// <exception cref="JourneyDefinitionException">The map cannot be built; all its problems are listed.</exception>
        public static Journey Create(string name, StageModel model, Action<JourneyBuilder>? configure = null, string? language = null)
        {
            ArgumentNullException.ThrowIfNull(model);
            string tongue = language ?? model.Language;
            if (model.Stages.Any(stage => stage.NameIn(tongue) is null))
                throw new ArgumentException($"The stage model \"{model.Id}\" does not name all its stages in \"{tongue}\"; it does in {string.Join(", ", model.Languages)}.", nameof(language));
            return Journey.Create(name, map =>
            {
                foreach (StageModelStage stage in model.Stages) map.AddStage(stage.NameIn(tongue)!, begun => begun.Id(stage.Key));
                configure?.Invoke(map);
            });
        }
    }
}
