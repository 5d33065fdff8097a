using System.Text;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building.Documents;

/// <summary>A stage model as a JSON object, in the form of the published data.</summary>
internal static class StageModelDocument
{
    private const string Subject = "The stage model document";
    private const string English = "en";

    public static StageModel Read(string json)
    {
        JourneyReadOptions limits = JourneyReadOptions.Strict;
        DefinitionProblems problems = new();
        StageModelDraft? draft = null;
        try
        {
            byte[] utf8 = json.Length > limits.MaximumBytes
                ? throw new JourneyDefinitionException(Subject, [DocumentParser.TooLarge(limits)])
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);
            if (DocumentParser.Parse(utf8, problems, limits) is { } root) draft = ReadModel(root, new DocumentContext(problems, isLenient: false));
        }
        catch (EncoderFallbackException error)
        {
            throw new JourneyDefinitionException(Subject, [$"it holds half of a surrogate pair at position {error.Index}; allowed is any valid Unicode text"]);
        }

        return draft is null ? throw new JourneyDefinitionException(Subject, problems.All) : new StageModelAssembler(draft, problems).Assemble();
    }

    public static DocumentValue Write(StageModel model) => Begin(DocumentSchema.StageModel)
        .Add("id", model.Id)
        .Add("name", model.Name)
        .Add("source", model.Source)
        .Add<StageModelOrder>("order", model.Order)
        .Add("returnsTo", model.ReturnsTo?.Key)
        .Add("note", model.Note)
        .Add("language", model.Language)
        .Add("originalLanguage", model.OriginalLanguage == model.Language ? null : model.OriginalLanguage)
        .Add("stages", model.Stages, (stage, _) => Write(stage, model.Language))
        .Add("covers", model.Coverage.Select(phase => DocumentWords<JourneyPhase>.Default[phase]))
        .End();

    private static DocumentValue Write(StageModelStage stage, string language) => Begin(DocumentSchema.StageModelStage)
        .Add("key", stage.Key)
        .Add("name", stage.Translations.Count == 0 ? stage.Name : new LocalizedText([(language, stage.Name), .. stage.Translations]))
        .Add("original", stage.OriginalName == stage.Name ? null : stage.OriginalName)
        .Add("phases", stage.Phases.Count == 0 ? null : DocumentValue.Object([.. stage.Phases.Select(phase => new DocumentMember(DocumentWords<JourneyPhase>.Default[phase.Phase], DocumentValue.Number(phase.Weight)))]))
        .Add("customerActions", stage.CustomerActions)
        .Add("companyActions", stage.CompanyActions)
        .End();

    private static DocumentBuilder Begin(DocumentSchema schema) => new(schema, new Carried(), "$", new SortedSet<string>(StringComparer.Ordinal), isInOwnWords: true);

    private static StageModelDraft? ReadModel(DocumentValue root, DocumentContext context)
    {
        if (DocumentObject.Open(root, DocumentSchema.StageModel, context) is not { } model) return null;
        model.Require("id", "name", "stages");
        string language = model.Text("language") ?? English;
        StageModelDraft draft = new(model.Text("id"), model.Text("name"))
        {
            Source = root,
            PublishedIn = model.Text("source"),
            Order = model.OneOf<StageModelOrder>("order") ?? StageModelOrder.Flexible,
            ReturnsTo = model.Text("returnsTo"),
            // The published data write an empty note where there is none.
            Note = model.Text("note") is { Length: > 0 } note ? note : null,
            Language = language,
            OriginalLanguage = model.Text("originalLanguage"),
        };
        draft.Stages.AddRange(model.Objects("stages", DocumentSchema.StageModelStage).Select(stage => ReadStage(stage.Item, language, context)));
        if (draft.ReturnsTo is not null && draft.Order is not StageModelOrder.Cyclic)
            context.Problems.Add(root.Member("returnsTo")!, "only a cyclic model returns; leave it out, or let the order be cyclic");
        CheckCoverage(model, draft, context);
        model.End(new Carried());
        return draft;
    }

    private static StageModelStageDraft ReadStage(DocumentObject stage, string language, DocumentContext context)
    {
        stage.Require("key");
        bool isNamed = stage.Value.Member("name") is not null || (stage.Value.Member("english") is not null && language == English);
        if (!isNamed) context.Problems.Add(stage.Value, $"a stage of a model needs the property \"name\"{(language == English ? "" : $", a text in {Phrase.Quote(language)}")}");
        List<(string Language, string Name)> names = [.. NamesOf(stage.Words("name"), language)];
        if (stage.Text("english") is { } english) names.Add((English, english));
        int own = names.FindIndex(name => string.Equals(name.Language, language, StringComparison.OrdinalIgnoreCase));
        if (names.Count > 0 && own < 0 && isNamed) context.Problems.Add(stage.Value.Member("name") ?? stage.Value, $"there is no name in {Phrase.Quote(language)}, the language of the model");
        StageModelStageDraft draft = new(stage.Text("key"), own < 0 ? null : names[own].Name) { Source = stage.Value, OriginalName = stage.Text("original") };
        if (own >= 0) names.RemoveAt(own);
        draft.Translations.AddRange(names.Select(name => ((string?)name.Language, (string?)name.Name)));
        if (stage.Take("phases") is { } phases && stage.Is(phases, DocumentValueKind.Object, "an object of weights by phase")) ReadPhases(stage, phases, draft, context);
        draft.CustomerActions.AddRange(stage.List("customerActions").Where(action => stage.Is(action, DocumentValueKind.Text, "a text")).Select(action => action.Content));
        draft.CompanyActions.AddRange(stage.List("companyActions").Where(action => stage.Is(action, DocumentValueKind.Text, "a text")).Select(action => action.Content));
        stage.End(new Carried());
        return draft;
    }

    private static IEnumerable<(string Language, string Name)> NamesOf(LocalizedText? names, string language) =>
        names is null ? [] : names.IsPlain ? [(language, names.Texts[0].Text)] : names.Texts;

    private static void ReadPhases(DocumentObject stage, DocumentValue phases, StageModelStageDraft draft, DocumentContext context)
    {
        foreach ((string name, DocumentValue weight) in phases.Members)
        {
            if (PhaseOf(name) is not { } phase) context.Problems.AddUnreadable(weight, $"there is no phase {Phrase.Quote(name)}; allowed are {AllPhases}");
            else if (stage.Is(weight, DocumentValueKind.Number, "a weight above 0 and at most 1")) draft.Phases.Add(new PhaseWeight(phase, DocumentObject.NumberOf(weight)));
        }

        // Where one phase cannot be read, the sum of the others says nothing.
        if (draft.Phases.Count < phases.Members.Count) draft.Phases.Clear();
    }

    /// <summary>What a model covers follows from its stages; where a document says so, too, it has to agree.</summary>
    private static void CheckCoverage(DocumentObject model, StageModelDraft draft, DocumentContext context)
    {
        if (model.Take("covers") is not { } covers || !model.Is(covers, DocumentValueKind.List, "a list of phases")) return;
        string[] covered = [.. draft.Stages.SelectMany(stage => stage.Phases).Select(phase => phase.Phase).Distinct().Order().Select(phase => DocumentWords<JourneyPhase>.Default[phase])];
        if (!covers.Items.Select(phase => phase.Content).ToHashSet(StringComparer.Ordinal).SetEquals(covered))
            context.Problems.Add(covers, $"the stages cover {(covered.Length == 0 ? "no phase" : string.Join(", ", covered))}; say the same or leave it out");
    }

    private static string AllPhases => string.Join(", ", DocumentWords<JourneyPhase>.Default.All.Select(phase => phase.Word));

    private static JourneyPhase? PhaseOf(string name)
    {
        foreach ((string word, JourneyPhase phase) in DocumentWords<JourneyPhase>.Default.All)
        {
            if (string.Equals(word, name, StringComparison.Ordinal)) return phase;
        }

        return null;
    }
}
