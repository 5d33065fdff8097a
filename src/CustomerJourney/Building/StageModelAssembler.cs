using System.Text;
using CustomerJourney.StageModels;
using CustomerJourney.Statistics;

namespace CustomerJourney.Building;

/// <summary>Makes a stage model from a draft, or throws with everything that is wrong with it.</summary>
internal sealed class StageModelAssembler(StageModelDraft model)
{
    private readonly DefinitionProblems _problems = new();

    public StageModel Assemble()
    {
        CheckModel();
        foreach (StageModelStageDraft stage in model.Stages) CheckStage(stage);
        CheckNames();
        if (_problems.Any) throw Refused();
        StageModelStage[] stages = [.. model.Stages.Select(Make)];
        if (model.Order is StageModelOrder.Linear && StageModel.FirstBackwards(stages) is var (ahead, backwards))
        {
            _problems.Add($"stage {Phrase.Quote(backwards.Key)}: its phases lie before those of the stage ahead of it, {Phrase.Quote(ahead.Key)}; a linear model does not go back in time, so change the weights or the order, or call Flexible()");
            throw Refused();
        }

        return new StageModel(
            model.Id!, model.Name!, model.Source, model.Order, stages, model.Note, model.Language,
            returnsTo: model.Order is StageModelOrder.Cyclic ? model.ReturnsTo ?? stages[0].Key : null);
    }

    private void CheckModel()
    {
        CheckSlug("the id", model.Id);
        CheckText("the name", model.Name);
        if (model.Source is not null) CheckText("the source", model.Source);
        if (model.Note is not null) CheckText("the note", model.Note);
        CheckLanguage("the language", model.Language);
        if (model.Stages.Count == 0) _problems.Add("there is no stage; add at least one");
        if (model.Stages.Count > Journey.MostStages) _problems.Add($"there are {model.Stages.Count} stages; at most {Journey.MostStages} are allowed");
        foreach (IGrouping<string?, StageModelStageDraft> same in model.Stages.GroupBy(stage => stage.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
            _problems.Add($"{same.Count()} stages have the key {Phrase.Quote(same.Key)}; each needs its own");
        if (model.ReturnsTo is { } target && model.Stages.All(stage => !string.Equals(stage.Key, target, StringComparison.Ordinal)))
            _problems.Add($"customers return to stage {Phrase.Quote(target)}, which is not there; {Phrase.Known("keys", model.Stages.Select(stage => stage.Key))}");
    }

    private void CheckStage(StageModelStageDraft stage)
    {
        string of = $"stage {Phrase.Quote(stage.Key)}: ";
        CheckSlug($"{of}the key", stage.Key);
        CheckText($"{of}the name", stage.Name);
        foreach (string? action in stage.CustomerActions) CheckText($"{of}what customers do", action);
        foreach (string? action in stage.CompanyActions) CheckText($"{of}what the company does", action);
        HashSet<string> languages = new([model.Language], StringComparer.OrdinalIgnoreCase);
        foreach ((string? language, string? name) in stage.Translations)
        {
            CheckLanguage($"{of}the language of a name", language);
            CheckText($"{of}the name in {Phrase.Quote(language)}", name);
            if (language is not null && !languages.Add(language)) _problems.Add($"{of}there are two names in {Phrase.Quote(language)}; give one");
        }

        CheckPhases(of, stage.Phases);
    }

    private void CheckPhases(string of, List<PhaseWeight> phases)
    {
        ExactSum sum = new();
        HashSet<JourneyPhase> covered = [];
        bool sound = true;
        foreach ((JourneyPhase phase, double weight) in phases)
        {
            if (!Enum.IsDefined(phase)) Unsound($"the phase {phase} is none; allowed are {string.Join(", ", Enum.GetNames<JourneyPhase>())}");
            else if (!covered.Add(phase)) Unsound($"the phase {phase} is there twice; give it one weight");
            if (weight is > 0 and <= 1) sum.Add(weight);
            else Unsound($"the weight of {phase} is {Phrase.Number(weight)}; allowed is above 0 and at most 1");
        }

        if (phases.Count > 0 && sound && Math.Abs(sum.ToDouble() - 1) > StageModel.Tolerance)
            _problems.Add($"{of}the weights of the phases sum to {Phrase.Number(sum.ToDouble())}; they must sum to 1");

        void Unsound(string problem)
        {
            sound = false;
            _problems.Add(of + problem);
        }
    }

    /// <summary>A map is made with the names of one language, and its stages need different names.</summary>
    private void CheckNames()
    {
        IEnumerable<(string? Language, string? Name)> names = model.Stages.SelectMany(stage => stage.Translations.Prepend((model.Language, stage.Name)));
        foreach (var same in names.GroupBy(name => (Language: name.Language?.ToLowerInvariant(), name.Name)).Where(same => same.Key is { Language: not null, Name: not null } && same.Count() > 1))
            _problems.Add($"{same.Count()} stages have the name {Phrase.Quote(same.Key.Name)} in {Phrase.Quote(same.Key.Language)}; each needs its own");
    }

    private void CheckSlug(string what, string? slug)
    {
        if (slug is null || !Slug.IsValid(slug)) _problems.Add($"{what} is {Phrase.Quote(slug)}; {Slug.Rule}");
    }

    private void CheckText(string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) _problems.Add($"{what} is {(text is null ? "missing" : "blank")}; write something");
        else if (text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) > text.Count(unit => unit == Rune.ReplacementChar.Value))
            _problems.Add($"{what} holds half of a surrogate pair; allowed is any valid Unicode text");
    }

    private void CheckLanguage(string what, string? tag)
    {
        if (tag is null || !LanguageTag.IsValid(tag)) _problems.Add($"{what} is {Phrase.Quote(tag)}; {LanguageTag.Rule}");
    }

    private static StageModelStage Make(StageModelStageDraft stage) => new(stage.Key!, stage.Name!)
    {
        Phases = stage.Phases,
        Translations = [.. stage.Translations.Select(translation => (translation.Language!, translation.Name!))],
        CustomerActions = [.. stage.CustomerActions.Select(action => action!)],
        CompanyActions = [.. stage.CompanyActions.Select(action => action!)],
    };

    private JourneyDefinitionException Refused() => new($"The {Phrase.Of("stage model", model.Name)}", _problems.All);
}
