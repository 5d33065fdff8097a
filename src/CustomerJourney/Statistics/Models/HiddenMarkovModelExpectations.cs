namespace CustomerJourney.Statistics.Models;

/// <summary>
/// The expectation step of Baum-Welch training: adds up, over sequences, how often a model expects each start, transition and emission. A sequence's part is computed from it alone and
/// parts are added exactly (<see cref="ExactSum"/>), so any order and any partition of the sequences give the same bits. Not safe for use by several threads at once: add apart and <see cref="Merge"/>.
/// </summary>
/// <remarks>L. E. Baum, T. Petrie, G. Soules, N. Weiss, Annals of Mathematical Statistics 41 (1970). Takes about half a kilobyte for each probability of the model.</remarks>
public sealed class HiddenMarkovModelExpectations
{
    private readonly ExactSum[] _start, _transition, _emission;
    private readonly ExactSum _logLikelihood = new();
    private readonly double[] _states, _pairs;
    private readonly HiddenMarkovModelWorkspace _workspace = new();
    private long _sequences, _observations, _impossible;

    /// <summary>Starts with no sequences.</summary>
    /// <param name="model">The model by which the states behind the symbols are judged.</param>
    public HiddenMarkovModelExpectations(HiddenMarkovModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        int states = model.StateCount;
        (_start, _transition, _emission) = (Sums(states), Sums(states * states), Sums(states * model.SymbolCount));
        (_states, _pairs) = (new double[states], new double[states * states]);

        static ExactSum[] Sums(int count) => [.. Enumerable.Range(0, count).Select(_ => new ExactSum())];
    }

    /// <summary>The model by which the states behind the symbols are judged.</summary>
    public HiddenMarkovModel Model { get; }

    /// <summary>Adds a sequence. An empty one adds nothing; one that the model holds impossible is counted and adds nothing else.</summary>
    /// <param name="observations">The symbols in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">An observation is no symbol of the model; nothing was added.</exception>
    public void Add(ReadOnlySpan<ushort> observations)
    {
        foreach (ushort symbol in observations) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, Model.SymbolCount, nameof(observations));
        if (observations.IsEmpty) return;
        (double logLikelihood, bool inLogs) = Model.ForwardBackward(observations, _workspace);
        if (logLikelihood == double.NegativeInfinity)
        {
            _impossible++;
            return;
        }

        int lanes = Model.Lanes, states = Model.StateCount;
        ReadOnlySpan<double> forward = _workspace.Forward(observations.Length * lanes), backward = _workspace.Backward(observations.Length * lanes);
        for (int t = 0; t < observations.Length; t++)
        {
            HiddenMarkovModel.StateProbabilities(forward.Slice(t * lanes, lanes), backward.Slice(t * lanes, lanes), inLogs, _states);
            for (int state = 0; state < states; state++)
            {
                if (_states[state] == 0) continue;
                if (t == 0) _start[state].Add(_states[state]);
                _emission[state * Model.SymbolCount + observations[t]].Add(_states[state]);
            }
        }

        Array.Clear(_pairs);
        Model.AddTransitions(observations, logLikelihood, inLogs, _workspace, _pairs);
        for (int i = 0; i < _pairs.Length; i++)
            if (_pairs[i] != 0) _transition[i].Add(_pairs[i]);
        _logLikelihood.Add(logLikelihood);
        _sequences++;
        _observations += observations.Length;
    }

    /// <summary>Adds all sequences of another, which is left as it was.</summary>
    /// <param name="other">Expectations of an equal model.</param>
    /// <exception cref="ArgumentException"><paramref name="other"/> judges by another model.</exception>
    public void Merge(HiddenMarkovModelExpectations other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!other.Model.Equals(Model)) throw new ArgumentException("Expectations can be added only where both judge by equal models.", nameof(other));
        Merge(_start, other._start);
        Merge(_transition, other._transition);
        Merge(_emission, other._emission);
        _logLikelihood.Merge(other._logLikelihood);
        _sequences += other._sequences;
        _observations += other._observations;
        _impossible += other._impossible;

        static void Merge(ExactSum[] sums, ExactSum[] others)
        {
            for (int i = 0; i < sums.Length; i++) sums[i].Merge(others[i]);
        }
    }

    /// <summary>Writes the state, without the model; equal sets of sequences write equal bytes.</summary>
    /// <param name="writer">Where to write.</param>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Model.StateCount);
        writer.Write(Model.SymbolCount);
        writer.Write(_sequences);
        writer.Write(_observations);
        writer.Write(_impossible);
        foreach (ExactSum sum in All) sum.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="model">The model that the saved expectations judged by.</param>
    /// <exception cref="InvalidDataException">The bytes are not those of expectations of such a model.</exception>
    public static HiddenMarkovModelExpectations Load(BinaryReader reader, HiddenMarkovModel model)
    {
        ArgumentNullException.ThrowIfNull(reader);
        HiddenMarkovModelExpectations expectations = new(model);
        int states = reader.ReadInt32(), symbols = reader.ReadInt32();
        if (states != model.StateCount || symbols != model.SymbolCount)
            throw new InvalidDataException($"The saved expectations are of {states} states and {symbols} symbols, the model has {model.StateCount} and {model.SymbolCount}.");
        (expectations._sequences, expectations._observations, expectations._impossible) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        if (expectations._sequences < 0 || expectations._observations < expectations._sequences || expectations._impossible < 0)
            throw new InvalidDataException("The saved numbers of sequences and observations contradict each other.");
        foreach (ExactSum sum in expectations.All) sum.Merge(ExactSum.Load(reader));
        return expectations;
    }

    /// <summary>The sums so far, each rounded once.</summary>
    public HiddenMarkovModelExpectedCounts ToExpectedCounts() => new(Model)
    {
        Sequences = _sequences,
        Observations = _observations,
        ImpossibleSequences = _impossible,
        LogLikelihood = _logLikelihood.ToDouble(),
        Start = Array.AsReadOnly(Values(_start)),
        Transition = MarkovChainRows.Of(Values(_transition), Model.StateCount),
        Emission = MarkovChainRows.Of(Values(_emission), Model.SymbolCount),
    };

    private IEnumerable<ExactSum> All => _start.Concat(_transition).Concat(_emission).Append(_logLikelihood);

    private static double[] Values(ExactSum[] sums) => Array.ConvertAll(sums, sum => sum.ToDouble());
}
