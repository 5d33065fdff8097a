using System.Text;
using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;
using CustomerJourney.Statistics;

namespace CustomerJourney.Building;

/// <summary>Makes a stage model from a draft, or throws with everything that is wrong with it; the problems of a document come with path and line.</summary>
/// <param name="model">The model, filled by code or from a document.</param>
/// <param name="problems">What is known to be wrong with it already.</param>
internal sealed class StageModelAssembler(StageModelDraft model, DefinitionProblems problems)
{
    public StageModel Assemble()
    {
        CheckModel();
        foreach (StageModelStageDraft stage in model.Stages) CheckStage(stage);
        CheckNames();
        if (problems.Any) throw Refused();
        StageModelStage[] stages = [.. model.Stages.Select(Make)];
        if (model.Order is StageModelOrder.Linear && StageModel.FirstBackwards(stages) is var (ahead, backwards))
        {
            DocumentValue? at = model.Stages.First(stage => stage.Key == backwards.Key).Source;
            Add(at, "phases", $"stage {Phrase.Quote(backwards.Key)}: its phases lie before those of the stage ahead of it, {Phrase.Quote(ahead.Key)}; a linear model does not go back in time, so change the weights or the order, or {(at is null ? "call Flexible()" : "let the model be flexible")}");
            throw Refused();
        }

        return new StageModel(
            model.Id!, model.Name!, model.PublishedIn, model.Order, stages, model.Note, model.Language, model.OriginalLanguage,
            model.Order is StageModelOrder.Cyclic ? model.ReturnsTo ?? stages[0].Key : null);
    }

    private void CheckModel()
    {
        CheckSlug(model.Source, "id", "the id", model.Id);
        CheckText(model.Source, "name", "the name", model.Name);
        if (model.PublishedIn is { } source) CheckText(model.Source, "source", "the source", source);
        if (model.Note is { } note) CheckText(model.Source, "note", "the note", note);
        CheckLanguage(model.Source, "language", "the language", model.Language);
        if (model.OriginalLanguage is { } original) CheckLanguage(model.Source, "originalLanguage", "the language of the original names", original);
        if (model.Stages.Count == 0) Add(model.Source, "stages", "there is no stage; add at least one");
        if (model.Stages.Count > Journey.MostStages) Add(model.Source, "stages", $"there are {model.Stages.Count} stages; at most {Journey.MostStages} are allowed");
        foreach (IGrouping<string?, StageModelStageDraft> same in model.Stages.GroupBy(stage => stage.Key, StringComparer.Ordinal).Where(same => same.Count() > 1 && !IsTold(same.Key, same.First().Source)))
            Add(same.Last().Source, "key", $"{same.Count()} stages have the key {Phrase.Quote(same.Key)}; each needs its own");
        if (model.ReturnsTo is { } target && model.Stages.All(stage => !string.Equals(stage.Key, target, StringComparison.Ordinal)))
            Add(model.Source, "returnsTo", $"customers return to stage {Phrase.Quote(target)}, which is not there; {Phrase.Known("keys", model.Stages.Select(stage => stage.Key))}");
    }

    private void CheckStage(StageModelStageDraft stage)
    {
        string of = $"stage {Phrase.Quote(stage.Key)}: ";
        CheckSlug(stage.Source, "key", $"{of}the key", stage.Key);
        CheckText(stage.Source, "name", $"{of}the name", stage.Name);
        if (stage.OriginalName is { } original) CheckText(stage.Source, "original", $"{of}the original name", original);
        foreach (string? action in stage.CustomerActions) CheckText(stage.Source, "customerActions", $"{of}what customers do", action);
        foreach (string? action in stage.CompanyActions) CheckText(stage.Source, "companyActions", $"{of}what the company does", action);
        HashSet<string> languages = new([model.Language], StringComparer.OrdinalIgnoreCase);
        foreach ((string? language, string? name) in stage.Translations)
        {
            CheckLanguage(stage.Source, "name", $"{of}the language of a name", language);
            CheckText(stage.Source, "name", $"{of}the name in {Phrase.Quote(language)}", name);
            if (language is not null && !languages.Add(language)) Add(stage.Source, "name", $"{of}there are two names in {Phrase.Quote(language)}; give one");
        }

        CheckPhases(of, stage);
    }

    private void CheckPhases(string of, StageModelStageDraft stage)
    {
        ExactSum sum = new();
        HashSet<JourneyPhase> covered = [];
        bool sound = true;
        foreach ((JourneyPhase phase, double weight) in stage.Phases)
        {
            if (!Enum.IsDefined(phase)) Unsound($"the phase {phase} is none; allowed are {string.Join(", ", Enum.GetNames<JourneyPhase>())}");
            else if (!covered.Add(phase)) Unsound($"the phase {phase} is there twice; give it one weight");
            if (weight is > 0 and <= 1) sum.Add(weight);
            else Unsound($"the weight of {phase} is {Phrase.Number(weight)}; allowed is above 0 and at most 1");
        }

        if (stage.Phases.Count > 0 && sound && Math.Abs(sum.ToDouble() - 1) > StageModel.Tolerance)
            Add(stage.Source, "phases", $"{of}the weights of the phases sum to {Phrase.Number(sum.ToDouble())}; they must sum to 1");

        void Unsound(string problem)
        {
            sound = false;
            Add(stage.Source, "phases", of + problem);
        }
    }

    /// <summary>A model is a list of names to choose from, and a figure of a stage is told by its name alone: so the names differ, though those of a map need not.</summary>
    private void CheckNames()
    {
        IEnumerable<(string? Language, string? Name, DocumentValue? Source)> names =
            model.Stages.SelectMany(stage => stage.Translations.Prepend((model.Language, stage.Name)).Select(name => (name.Item1, name.Item2, stage.Source)));
        foreach (var same in names.GroupBy(name => (Language: name.Language?.ToLowerInvariant(), name.Name)).Where(same => same.Key is { Language: not null, Name: not null } && same.Count() > 1))
            Add(same.Last().Source, "name", $"{same.Count()} stages have the name {Phrase.Quote(same.Key.Name)} in {Phrase.Quote(same.Key.Language)}; each needs its own");
    }

    private void CheckSlug(DocumentValue? part, string property, string what, string? slug)
    {
        if (!IsTold(slug, part) && (slug is null || !Slug.IsValid(slug))) Add(part, property, $"{what} is {Phrase.Quote(slug)}; {Slug.Rule}");
    }

    private void CheckText(DocumentValue? part, string property, string what, string? text)
    {
        if (IsTold(text, part)) return;
        if (string.IsNullOrWhiteSpace(text)) Add(part, property, $"{what} is {(text is null ? "missing" : "blank")}; write something");
        else if (text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) > text.Count(unit => unit == Rune.ReplacementChar.Value))
            Add(part, property, $"{what} holds half of a surrogate pair; allowed is any valid Unicode text");
    }

    private void CheckLanguage(DocumentValue? part, string property, string what, string? tag)
    {
        if (tag is null || !LanguageTag.IsValid(tag)) Add(part, property, $"{what} is {Phrase.Quote(tag)}; {LanguageTag.Rule}");
    }

    /// <summary>Whether a value is missing from a document, or cannot be read: its reader has told so.</summary>
    private static bool IsTold(string? value, DocumentValue? part) => value is null && part is not null;

    private void Add(DocumentValue? part, string property, string problem)
    {
        if ((part?.Find(property) ?? part) is { } at) problems.AddReadable(at, problem);
        else problems.Add(problem);
    }

    private static StageModelStage Make(StageModelStageDraft stage) => new(stage.Key!, stage.Name!)
    {
        OriginalName = stage.OriginalName ?? stage.Name!,
        Phases = stage.Phases,
        Translations = [.. stage.Translations.Select(translation => (translation.Language!, translation.Name!))],
        CustomerActions = [.. stage.CustomerActions.Select(action => action!)],
        CompanyActions = [.. stage.CompanyActions.Select(action => action!)],
    };

    private JourneyDefinitionException Refused() => new($"The {Phrase.Of("stage model", model.Name)}", problems.All);
}
