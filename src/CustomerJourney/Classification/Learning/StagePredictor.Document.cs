using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <content>The predictor as a JSON document.</content>
public sealed partial class StagePredictor
{
    private const string DocumentSubject = "The document of a stage predictor";
    private static readonly DocumentWords<StagePredictorKind> Kinds = DocumentWords<StagePredictorKind>.Default;

    /// <summary>Reads a predictor from its JSON document, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The document, format 1.0.</param>
    /// <exception cref="JourneyDefinitionException">The document is no predictor, or is of another version: all its faults are listed, each with JSON path and line.</exception>
    public static StagePredictor Parse(string json) => LearnedDocument.Read(json, DocumentSubject, [.. Kinds.All.Select(kind => kind.Word)], (document, word, faults) =>
    {
        StagePredictorKind kind = Kinds.All.First(candidate => candidate.Word == word).Value;
        int? examples = document.Whole("examples");
        DocumentValue? featuresValue = document.Require("features"), stagesValue = document.Require("stages"), interceptsValue = document.Require("intercepts"), weightsValue = document.Require("weights");
        StageFeatures? features = RuleObject.Open(featuresValue, "features", faults) is { } opened ? ReadFeatures(opened, faults) : null;
        string[]? stages = LearnedDocument.Texts(stagesValue, faults), warnings = LearnedDocument.Texts(document.Take("warnings"), faults);
        double[]? intercepts = LearnedDocument.Numbers(interceptsValue, faults);
        double[][]? weights = LearnedDocument.Rows(weightsValue, faults);
        if (faults.Unread > 0 || features is null || stages is null || intercepts is null || weights is null) return null;

        bool sound = true;
        if (features.Repeated() is { } repeated) Tell(featuresValue!, $"the feature {RuleText.Name(repeated)} is named twice; name it once");
        if (kind == StagePredictorKind.NaiveBayes && features.Count > features.CountFeatures) Tell(featuresValue!, "naive Bayes knows counts alone; leave timing and feedback out");
        if (stages.Distinct(StringComparer.Ordinal).Count() < stages.Length) Tell(stagesValue!, "a stage is named twice; name each once");
        if (intercepts.Length != stages.Length) Tell(interceptsValue!, $"there are {Phrase.Number(intercepts.Length)} intercepts for {Phrase.Number(stages.Length)} stages; give one for each");
        if (weights.Length > 0 && weights[0].Length != features.Count) Tell(weightsValue!, $"there are {Phrase.Number(weights[0].Length)} weights of a stage and {Phrase.Number(features.Count)} features; give one for each");
        foreach (string fault in kind == StagePredictorKind.NaiveBayes ? MultinomialNaiveBayes.FaultsOf(intercepts, weights) : MultinomialLogisticRegression.FaultsOf(intercepts, weights)) Tell(weightsValue!, fault);
        if (examples is < 0) Tell(document.Value, $"it has learned from {Phrase.Number(examples.Value)} examples; allowed is any number from 0");
        return sound ? new StagePredictor(kind, features, stages, examples ?? 0, warnings ?? [], intercepts, weights) : null;

        void Tell(DocumentValue at, string problem)
        {
            sound = false;
            faults.AddUnknown(at, problem);
        }
    });

    /// <summary>The predictor as a JSON document of format 1.0: kind, features by name, stages, weights digit by digit. Equal predictors give the same text, and reading it gives an equal predictor.</summary>
    /// <exception cref="JourneyDefinitionException">The document would be larger than 64 MB or have more than 4,000,000 values, so that it could not be read.</exception>
    public string ToJson() => LearnedDocument.Write(
        DocumentSubject,
        Kinds[Kind],
        ("examples", DocumentValue.Number(Examples)),
        ("features", StageRulesDocument.Object(
            ("events", LearnedDocument.Texts(Features.Events)),
            ("touchpoints", LearnedDocument.Texts(Features.Touchpoints)),
            ("channels", LearnedDocument.Texts(Features.Channels)),
            ("timing", DocumentValue.Flag(Features.Timing)),
            ("feedback", LearnedDocument.Texts(Features.Feedback.Select(kind => DocumentWords<FeedbackKind>.Default[kind]))))),
        ("stages", LearnedDocument.Texts(Stages)),
        ("warnings", LearnedDocument.Texts(Warnings)),
        ("intercepts", LearnedDocument.Numbers(Intercepts)),
        ("weights", LearnedDocument.Rows(Weights)));

    private static StageFeatures? ReadFeatures(RuleObject features, RuleFaults faults)
    {
        string[]? events = LearnedDocument.Texts(features.Require("events"), faults), touchpoints = LearnedDocument.Texts(features.Require("touchpoints"), faults), channels = LearnedDocument.Texts(features.Require("channels"), faults);
        DocumentValue? timing = features.Require("timing"), feedback = features.Require("feedback");
        if (timing is { Kind: not DocumentValueKind.Flag }) faults.Add(timing, $"it is {DocumentObject.Describe(timing)}; allowed is true or false");
        List<FeedbackKind> kinds = [];
        foreach (string word in LearnedDocument.Texts(feedback, faults) ?? [])
        {
            (string Word, FeedbackKind Value)[] found = [.. DocumentWords<FeedbackKind>.Default.All.Where(kind => kind.Word == word && kind.Value != FeedbackKind.None)];
            if (found.Length > 0) kinds.Add(found[0].Value);
            else faults.Add(feedback!, $"it names {RuleText.Name(word)}; allowed are {string.Join(", ", DocumentWords<FeedbackKind>.Default.All.Where(kind => kind.Value != FeedbackKind.None).Select(kind => kind.Word))}");
        }

        features.End();
        return events is null || touchpoints is null || channels is null ? null
            : new StageFeatures { Events = events, Touchpoints = touchpoints, Channels = channels, Timing = timing?.Content == "true", Feedback = kinds };
    }
}
