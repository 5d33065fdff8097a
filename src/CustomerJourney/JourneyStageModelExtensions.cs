using CustomerJourney.Building;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>Verbs: begin a map from a stage model, read the stages of a map as a stage model.</summary>
public static class JourneyStageModelExtensions
{
    extension(Journey)
    {
        /// <summary>
        /// Fills and builds a map that begins with the stages of a model: names, phases, what customers and company do, the way back of a cyclic model. The stages' keys become their ids, so a stage is found by either.
        /// </summary>
        /// <param name="name">The name of the map.</param>
        /// <param name="model">The model, published or one's own; the map keeps it (<see cref="Journey.StageModel"/>), and its document its id.</param>
        /// <param name="configure">Fills the map further: <see cref="JourneyBuilder.EditStage"/> adds touchpoints to the stages of the model; other stages may be added, and some removed.</param>
        /// <param name="language">
        /// The language of the map and of its stages' names, one of <see cref="StageModel.Languages"/> or narrower (<c>ru-RU</c>); when left out, that of the model, which is English for every published one.
        /// </param>
        /// <exception cref="ArgumentException">The model does not name all its stages in this language.</exception>
        /// <exception cref="JourneyDefinitionException">The map cannot be built; all its problems are listed.</exception>
        public static Journey Create(LocalizedText name, StageModel model, Action<JourneyBuilder>? configure = null, string? language = null)
        {
            ArgumentNullException.ThrowIfNull(model);
            string tongue = language ?? model.Language;
            if (model.Stages.Any(stage => stage.NameIn(tongue) is null))
                throw new ArgumentException($"The stage model \"{model.Id}\" does not name all its stages in \"{tongue}\"; it does in {string.Join(", ", model.Languages)}.", nameof(language));
            return Journey.Create(name, map =>
            {
                map.Language(tongue).StageModel(model);
                foreach (StageModelStage stage in model.Stages) map.AddStage(stage.NameIn(tongue)!, begun => Begin(begun, model, stage, tongue));
                if (model.ReturnsTo is { } target) map.AddTransition(new Reference(model.Stages[^1].Key, ById: true), new Reference(target.Key, ById: true), TransitionKind.Loop);
                configure?.Invoke(map);
            });
        }
    }

    /// <summary>
    /// The stages of a map as a stage model, so that the <see cref="Crosswalk"/> can project their figures and align them with those of any model or map. 
    /// Keys are the ids of the stages. The names of a model differ in each language: stages that share one are called by name and id, <c>Wait (wait)</c> and <c>Wait (wait-2)</c>.
    /// </summary>
    /// <param name="journey">The map. A stage that neither states phases nor has them from the map's model lies outside them.</param>
    public static StageModel ToStageModel(this Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        Dictionary<string, NameIndex<Stage>> namesIn = NamesByLanguage(journey);
        StageModelStage[] stages = [.. journey.Stages.Select(stage => new StageModelStage(stage.Id, journey.StageNames.Label(stage))
        {
            Phases = stage.Phases,
            Translations =
            [
                .. OtherLanguages(journey, stage).Select(language => (language, namesIn[language].Label(stage))),
            ],
            CustomerActions = [.. stage.CustomerActions.Select(action => action.ToString())],
            CompanyActions = [.. stage.CompanyActions.Select(action => action.ToString())],
        })];
        return new StageModel(journey.Id, journey.Name, source: null, StageModelOrder.Flexible, stages, language: journey.Language);
    }

    private static IEnumerable<string> OtherLanguages(Journey journey, Stage stage) =>
        stage.Names.Languages.Where(language => !string.Equals(language, journey.Language, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names of the stages in each other language, those alone that have one there.</summary>
    private static Dictionary<string, NameIndex<Stage>> NamesByLanguage(Journey journey) => journey.Stages
        .SelectMany(stage => OtherLanguages(journey, stage).Select(language => (language, stage)))
        .GroupBy(named => named.language, named => named.stage, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(named => named.Key, named => new NameIndex<Stage>("stages", [.. named], stage => stage.Names.In(named.Key), stage => stage.Id), StringComparer.OrdinalIgnoreCase);

    private static void Begin(StageBuilder begun, StageModel model, StageModelStage stage, string language)
    {
        begun.Id(stage.Key)
            .Covers([.. stage.Phases.Select(phase => (phase.Phase, phase.Weight))])
            .CustomerActions([.. stage.CustomerActions.Select(InLanguage)])
            .CompanyActions([.. stage.CompanyActions.Select(InLanguage)]);
        (string Language, string Name)[] published =
        [
            .. stage.Names
                .Where(name => name.Key != model.Language && name.Value != stage.NameIn(language))
                .Select(name => (name.Key, name.Value)),
        ];
        if (published.Length > 0) begun.SourceNames(published);

        // What is done is told in the language of the model alone; in a map of another language it says so.
        LocalizedText InLanguage(string action) => string.Equals(language, model.Language, StringComparison.OrdinalIgnoreCase) ? action : new LocalizedText((model.Language, action));
    }
}
