using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// What customers are likely to remember: for each customer the mean of the most extreme feeling (of equally extreme ones the bad one) and the last one, and the mean of that over customers.
/// Feelings are answers of the kind <see cref="FeedbackKind.Emotion"/>, −2…+2, in the order of the log.
/// </summary>
/// <remarks>
/// B. L. Fredrickson and D. Kahneman, Journal of Personality and Social Psychology 65 (1993); see <see cref="ValenceCurve"/>. A finding about memory, which neglects how long moments last: the plain mean
/// stands beside it, and the mean over time where events have a start, so that feelings last.
/// A customer with a single feeling has it as peak and end.
/// </remarks>
public sealed record PeakEnd : Analysis<PeakEndResult>
{
    /// <summary>The question or survey whose answers count; <see langword="null"/>, the default, takes all feelings.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Question
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>Whether answers are taken to be on −2…2 however many of them are not; false by default. Otherwise there is no value where at least 10 answers, one in twenty of 30 or more, are whole numbers up to 100 outside of it.</summary>
    public bool TrustScale { get; init; }

    /// <inheritdoc/>
    public override Accumulator<PeakEndResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Remembered(this);
    }

    private sealed class Remembered(PeakEnd definition) : Accumulator<PeakEndResult>
    {
        // Peak-end, peak, end and mean of each customer.
        private readonly MeanSums[] _figures = [new(), new(), new(), new()];
        private readonly OffScale _off = new();
        // The mean over time of each customer any of whose feelings lasted.
        private readonly MeanSums _overTime = new();
        private double[] _valences = new double[16];
        private double[] _durations = new double[16];
        private long _moments;

        public override void Add(in CustomerTrace trace)
        {
            int count = 0;
            for (int number = 0; number < trace.AnswerCount; number++)
            {
                TraceEvent e = trace.Answer(number);
                if (e.Kind != FeedbackKind.Emotion || (definition.Question is { } question && e.Columns.Feedback!.Question(e.FeedbackIndex) != question)) continue;
                if (!ObservedEmotion.IsOnScale(e.Score))
                {
                    _off.Add(e.Score);
                    continue;
                }

                if (count == _valences.Length)
                {
                    Array.Resize(ref _valences, 2 * count);
                    Array.Resize(ref _durations, 2 * count);
                }

                _durations[count] = Math.Max(0, trace.Ticks[e.Position] - trace.StartedTicks[e.Position]);
                _valences[count++] = e.Score;
            }

            if (ValenceCurve.Of(_valences.AsSpan(0, count), _durations.AsSpan(0, count)) is not { } curve) return;
            _moments += count;
            _figures[0].Add(curve.PeakEnd);
            _figures[1].Add(curve.AbsolutePeak);
            _figures[2].Add(curve.End);
            _figures[3].Add(curve.Mean);
            if (curve.DurationWeightedMean is { } overTime) _overTime.Add(overTime);
        }

        public override void Merge(Accumulator<PeakEndResult> other)
        {
            Remembered part = (Remembered)other;
            for (int figure = 0; figure < _figures.Length; figure++) _figures[figure].Merge(part._figures[figure]);
            _overTime.Merge(part._overTime);
            _off.Merge(part._off);
            _moments += part._moments;
        }

        public override PeakEndResult ToResult() => new()
        {
            Definition = definition,
            Moments = _moments,
            Invalid = _off.Count,
            Sample = _figures[0].ToSample(),
            PeakSample = _figures[1].ToSample(),
            EndSample = _figures[2].ToSample(),
            MeanSample = _figures[3].ToSample(),
            DurationWeightedSample = _overTime.ToSample(),
            OnScale = definition.TrustScale ? null : new ScaleCheck("Peak-end", (-ObservedEmotion.Strongest, ObservedEmotion.Strongest), null, _moments, _off, ObservedEmotion.Fix),
        };

        public override void Save(BinaryWriter state)
        {
            foreach (MeanSums figure in _figures) figure.Save(state);
            _overTime.Save(state);
            _off.Save(state);
            state.Write(_moments);
        }

        public override void Load(BinaryReader state)
        {
            foreach (MeanSums figure in _figures) figure.Load(state);
            _overTime.Load(state);
            _off.Load(state);
            _moments = KeptNumbers.ReadCount(state);
            if (_moments < _figures[0].Count || _overTime.Count > _figures[0].Count || _figures.Any(figure => figure.Count != _figures[0].Count)) throw new InvalidDataException($"{_moments} feelings of {_figures[0].Count} customers are not possible.");
        }
    }
}
