using CustomerJourney.Events;
using CustomerJourney.Statistics.Evaluation;

namespace CustomerJourney.Classification.Learning;

/// <content>Making.</content>
public sealed partial class StageEvaluation
{
    /// <summary>Compares the stages in which customers are with those in another classification of them, customer by customer.</summary>
    /// <param name="predicted">The classification to judge.</param>
    /// <param name="actual">The classification to judge it by, through a map with the same stages. Customers who are in only one of the logs, or have a stage in only one, are <see cref="Unclassified"/>.</param>
    /// <exception cref="ArgumentException">The maps have other stages.</exception>
    public static StageEvaluation OfCustomers(StagedLog predicted, StagedLog actual)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(actual);
        CheckStages(predicted, actual);
        return OfLabels(StageExamples.StagesOf(actual.Journey), predicted.Measure(new CurrentStages()), actual.Measure(new CurrentStages()));
    }

    /// <summary>Compares the stages in which customers are with those that an attribute of them names.</summary>
    /// <param name="predicted">The classification to judge.</param>
    /// <param name="attribute">The name of the attribute, whose values are names or ids of stages of the map. Customers with another value, with none, or without a stage are <see cref="Unclassified"/>.</param>
    /// <exception cref="ArgumentException">The log has no such attribute.</exception>
    public static StageEvaluation OfCustomers(StagedLog predicted, string attribute)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(attribute);
        AttributeColumn column = predicted.Schema.CustomerAttributeColumn(attribute);
        int[] stageOfValue = [.. column.Values.Select(value => predicted.Journey.StageNames.TryFind(value)?.Position ?? -1)];
        Dictionary<string, byte> actual = new(StringComparer.Ordinal);
        for (int customer = 0; customer < predicted.CustomerCount; customer++)
        {
            if (column.Codes[customer] is >= 0 and int code && stageOfValue[code] >= 0) actual.Add(predicted.CustomerIds[customer], (byte)stageOfValue[code]);
        }

        return OfLabels(StageExamples.StagesOf(predicted.Journey), predicted.Measure(new CurrentStages()), actual);
    }

    /// <summary>Compares the stages of events with those in another classification of the same log, event by event.</summary>
    /// <param name="predicted">The classification to judge.</param>
    /// <param name="actual">The classification to judge it by, of the same events through a map with the same stages. Events with a stage on one side only are <see cref="Unclassified"/>.</param>
    /// <exception cref="ArgumentException">The maps have other stages, or the logs other events.</exception>
    public static StageEvaluation OfEvents(StagedLog predicted, StagedLog actual)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(actual);
        CheckStages(predicted, actual);
        LogColumns left = predicted.Columns, right = actual.Columns;
        if (!left.Offsets.AsSpan().SequenceEqual(right.Offsets) || !left.Ticks.AsSpan().SequenceEqual(right.Ticks) || !left.Events.AsSpan().SequenceEqual(right.Events)
            || !predicted.CustomerIds.SequenceEqual(actual.CustomerIds) || !predicted.Schema.Events.SequenceEqual(actual.Schema.Events))
            throw new ArgumentException("The logs do not hold the same events: compare two classifications of one log.", nameof(actual));
        int stages = actual.Journey.Stages.Count;
        long[][] counts = [.. Enumerable.Range(0, stages).Select(_ => new long[stages])];
        long unclassified = 0;
        for (int index = 0; index < left.EventCount; index++)
        {
            byte said = left.Stages![index], known = right.Stages![index];
            if (said != LogSchema.NoStage && known != LogSchema.NoStage) counts[known][said]++;
            else if (said != known) unclassified++;
        }

        return new StageEvaluation(
            StageExamples.StagesOf(actual.Journey),
            ConfusionMatrix.Of(counts),
            null,
            unclassified,
            ["Events of one customer are not independent: standard errors by the number of events would be too small."]);
    }

    /// <summary>Judges predicted probabilities of all stages, case by case.</summary>
    internal static StageEvaluation OfProbabilities(IReadOnlyList<string> stages, int[] actual, double[] probabilities, IReadOnlyList<string> notes)
    {
        int[] predicted = [.. Enumerable.Range(0, actual.Length).Select(index => Enumerable.Range(0, stages.Count).MaxBy(stage => probabilities[(index * stages.Count) + stage]))];
        return new StageEvaluation(stages, ConfusionMatrix.Of(actual, predicted, stages.Count), MulticlassCalibration.Of(actual, probabilities, stages.Count), 0, notes);
    }

    private static StageEvaluation OfLabels(IReadOnlyList<string> stages, Dictionary<string, byte> predicted, Dictionary<string, byte> actual)
    {
        string[] both = [.. actual.Keys.Where(predicted.ContainsKey).Order(StringComparer.Ordinal)];
        int[] known = [.. both.Select(customer => (int)actual[customer])], said = [.. both.Select(customer => (int)predicted[customer])];
        return new StageEvaluation(stages, ConfusionMatrix.Of(known, said, stages.Count), null, predicted.Count + actual.Count - (2L * both.Length), []);
    }

    private static void CheckStages(StagedLog predicted, StagedLog actual)
    {
        IReadOnlyList<string> said = StageExamples.StagesOf(predicted.Journey), known = StageExamples.StagesOf(actual.Journey);
        if (!said.SequenceEqual(known)) throw new ArgumentException($"The maps have other stages: '{predicted.Journey.Name}' has {string.Join(", ", said)}, '{actual.Journey.Name}' has {string.Join(", ", known)}.", nameof(actual));
    }
}
