namespace CustomerJourney.Statistics.Models;

/// <summary>
/// Training of hidden Markov models without labels: Baum-Welch, that is expectation and maximization in turn. The result depends on start, sequences and options alone, and not on the order of the sequences.
/// </summary>
/// <remarks>
/// L. E. Baum et al. (1970); Rabiner (1989), section III.C. To allow each symbol in some states only, start from a model with zeros there (<see cref="HiddenMarkovModel.Random"/> of a prior with zeros): they stay.
/// </remarks>
public static class HiddenMarkovModelTraining
{
    /// <summary>Trains on sequences.</summary>
    /// <param name="start">The model to start from.</param>
    /// <param name="sequences">The symbols of each sequence, in order; gone through once for each iteration and once more.</param>
    /// <param name="options">When to end; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The prior does not fit the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An observation is no symbol of the model.</exception>
    public static HiddenMarkovModelFit Run(HiddenMarkovModel start, IEnumerable<ReadOnlyMemory<ushort>> sequences, HiddenMarkovModelTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        return Run(
            start,
            model =>
            {
                HiddenMarkovModelExpectations expectations = new(model);
                foreach (ReadOnlyMemory<ushort> sequence in sequences) expectations.Add(sequence.Span);
                return expectations.ToExpectedCounts();
            },
            options);
    }

    /// <summary>Trains on whatever an expectation step goes over: on several threads, say, or a log in parts.</summary>
    /// <param name="start">The model to start from.</param>
    /// <param name="expect">Gives the expected counts of a model (<see cref="HiddenMarkovModelExpectations"/>), each time over the same sequences.</param>
    /// <param name="options">When to end; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The prior does not fit the model.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="expect"/> gave counts of another model.</exception>
    public static HiddenMarkovModelFit Run(HiddenMarkovModel start, Func<HiddenMarkovModel, HiddenMarkovModelExpectedCounts> expect, HiddenMarkovModelTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(expect);
        options ??= new HiddenMarkovModelTrainingOptions();
        options.Prior?.CheckFits(start.StateCount, start.SymbolCount, nameof(options));

        HiddenMarkovModelExpectedCounts first = Expect(start), counts = first;
        List<double> objectives = [counts.Objective(options.Prior)];
        bool converged = false;
        while (!converged && objectives.Count <= options.MaxIterations)
        {
            counts = Expect(counts.ToModel(options.Prior));
            objectives.Add(counts.Objective(options.Prior));
            converged = objectives[^1] - objectives[^2] <= options.Tolerance;
        }

        return new HiddenMarkovModelFit
        {
            Model = counts.Model,
            Converged = converged,
            Objectives = objectives.AsReadOnly(),
            LogLikelihood = counts.LogLikelihood,
            Sequences = first.Sequences,
            Observations = first.Observations,
            ImpossibleSequences = first.ImpossibleSequences,
        };

        HiddenMarkovModelExpectedCounts Expect(HiddenMarkovModel model) => expect(model) is { } result && result.Model.Equals(model)
            ? result
            : throw new InvalidOperationException("The expectation step gave counts of another model than the one it was asked about.");
    }
}
