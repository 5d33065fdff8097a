using CustomerJourney.Building.Documents;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <content>The model as a JSON document.</content>
public sealed partial class HiddenStageModel
{
    private const string DocumentKind = "hiddenStageModel";
    private const string DocumentSubject = "The document of a hidden stage model";

    /// <summary>Reads a model from its JSON document, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The document, format 1.0.</param>
    /// <param name="journey">The map that the model was made for: it must have the same stages, by id and order.</param>
    /// <exception cref="JourneyDefinitionException">The document is no hidden stage model, is of another version, or is for other stages: all its faults are listed, those of the text with JSON path and line.</exception>
    public static HiddenStageModel Parse(string json, Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return LearnedDocument.Read(json, DocumentSubject, [DocumentKind], (document, _, faults) =>
        {
            document.Text(document.Require("journey"));
            DocumentValue? stagesValue = document.Require("stages"), eventsValue = document.Require("events");
            string[]? stages = LearnedDocument.Texts(stagesValue, faults), events = LearnedDocument.Texts(eventsValue, faults);
            DocumentValue? startValue = document.Require("start"), transitionValue = document.Require("transition"), emissionValue = document.Require("emission");
            double[]? start = LearnedDocument.Numbers(startValue, faults);
            double[][]? transition = LearnedDocument.Rows(transitionValue, faults), emission = LearnedDocument.Rows(emissionValue, faults);
            string[] expected = [.. journey.Stages.Select(stage => stage.Id)];
            if (stages is not null && !stages.SequenceEqual(expected))
                faults.Add(stagesValue!, $"the model is for the stages {string.Join(", ", stages.Select(RuleText.Name))}; the journey '{journey.Name}' has {string.Join(", ", expected.Select(RuleText.Name))}");
            foreach (string fault in events is null ? [] : FaultsOf(events)) faults.Add(eventsValue!, fault);
            if (faults.Unread > 0 || start is null || transition is null || emission is null) return null;
            bool sound = true;
            foreach ((DocumentValue value, string fault) in Faults(start, transition, emission, expected.Length, events!.Length))
            {
                sound = false;
                faults.AddUnknown(value, fault);
            }

            return !sound ? null : new HiddenStageModel(journey, events, HiddenMarkovModel.Create(start, transition, emission));

            IEnumerable<(DocumentValue, string)> Faults(double[] start, double[][] transition, double[][] emission, int stages, int events)
            {
                List<string> all = [];
                MarkovChainRows.Check(start, "the start", stages, all);
                int ofStart = all.Count;
                MarkovChainRows.Check(transition, "transition", stages, stages, all);
                int ofTransition = all.Count;
                MarkovChainRows.Check(emission, "emission", stages, events, all);
                return all.Select((fault, index) => (index < ofStart ? startValue! : index < ofTransition ? transitionValue! : emissionValue!, fault));
            }
        });
    }

    /// <summary>
    /// The model as a JSON document of format 1.0: the ids of journey and stages, the names of events, all probabilities digit by digit. Equal models give the same text, and reading it gives an equal model.
    /// </summary>
    /// <exception cref="JourneyDefinitionException">The document would be larger than 64 MB or have more than 4,000,000 values, so that it could not be read.</exception>
    public string ToJson() => LearnedDocument.Write(
        DocumentSubject,
        DocumentKind,
        ("journey", DocumentValue.Text(Journey.Id)),
        ("stages", LearnedDocument.Texts(Journey.Stages.Select(stage => stage.Id))),
        ("events", LearnedDocument.Texts(Events)),
        ("start", LearnedDocument.Numbers(Probabilities.Start)),
        ("transition", LearnedDocument.Rows(Probabilities.Transition)),
        ("emission", LearnedDocument.Rows(Probabilities.Emission)));
}
