using System.Buffers.Binary;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>Trains from one start or several; sees the log only through folds.</summary>
internal sealed class HiddenStageStudy
{
    private readonly HiddenStageModel _start;
    private readonly HiddenStageLearningOptions _options;
    private readonly HiddenMarkovModelTrainingOptions _training;

    public HiddenStageStudy(HiddenStageModel start, HiddenStageLearningOptions options)
    {
        _start = start;
        _options = options;
        _training = new HiddenMarkovModelTrainingOptions { MaxIterations = options.MaximumIterations, Tolerance = options.Tolerance, Prior = PriorOf(start, options) };
    }

    public HiddenStageFit Run(Func<HiddenStageModel, HiddenMarkovModelExpectedCounts> fold)
    {
        HiddenMarkovModelFit? best = null;
        List<HiddenStageStart> starts = [];
        for (int number = 0; number < _options.Starts; number++)
        {
            HiddenMarkovModelFit fit = HiddenMarkovModelTraining.Run(StartOf(number), model => fold(_start.With(model)), _training);
            if (fit.Sequences == 0)
            {
                throw new ArgumentException(
                    fit.ImpossibleSequences == 0
                        ? $"The log has none of the events of the start: {NamesOf(_start.Events)}. Nothing can be learned from it."
                        : FormattableString.Invariant($"All {fit.ImpossibleSequences} customers are impossible for the start, so that nothing can be learned from them: start from a model without zeros."));
            }

            starts.Add(new HiddenStageStart { Number = number, Converged = fit.Converged, Iterations = fit.Iterations, Objective = fit.Objectives[^1] });
            if (best is null || fit.Objectives[^1] > best.Objectives[^1]) best = fit;
        }

        return new HiddenStageFit
        {
            Definition = _options,
            Model = _start.With(best!.Model),
            Converged = best.Converged,
            LogLikelihood = best.LogLikelihood,
            Customers = best.Sequences,
            Events = best.Observations,
            ImpossibleCustomers = best.ImpossibleSequences,
            Starts = starts,
        };
    }

    // Neighboring seeds must not give neighboring streams.
    private HiddenMarkovModel StartOf(int number)
    {
        if (number == 0) return _start.Probabilities;
        Span<byte> place = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(place, number);
        return HiddenMarkovModel.Random(PseudoCounts(_start.Probabilities, 1), StableHash.Of(place, _options.Seed, 0));
    }

    private static HiddenMarkovModelPrior? PriorOf(HiddenStageModel start, HiddenStageLearningOptions options)
    {
        if (options.Prior is not { } prior) return null;
        if (!prior.HasStagesOf(start) || !prior.Events.SequenceEqual(start.Events))
            throw new ArgumentException($"The prior is for the events {NamesOf(prior.Events)} and the journey '{prior.Journey.Name}', the start for {NamesOf(start.Events)} and '{start.Journey.Name}': make both of the same map and events.", nameof(options));
        return PseudoCounts(prior.Probabilities, options.PriorWeight);
    }

    private static HiddenMarkovModelPrior PseudoCounts(HiddenMarkovModel model, double weight)
    {
        return HiddenMarkovModelPrior.Create(Row(model.Start), [.. model.Transition.Select(Row)], [.. model.Emission.Select(Row)]);

        double[] Row(IReadOnlyList<double> probabilities) => [.. probabilities.Select(probability => weight * probability)];
    }

    private static string NamesOf(IReadOnlyList<string> events)
    {
        const int MostShown = 5;
        string shown = string.Join(", ", events.Take(MostShown).Select(name => $"'{name}'"));
        return events.Count > MostShown ? FormattableString.Invariant($"{shown} and {events.Count - MostShown} more") : shown;
    }
}
