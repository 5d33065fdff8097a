namespace CustomerJourney.Statistics.Evaluation;

/// <summary>Collects predictions by ranges of probability. Sums are exact, so the order of predictions does not matter.</summary>
internal sealed class ReliabilityTable
{
    private const int SmallSample = 200;

    private readonly ExactSum[] _probabilities;
    private readonly long[] _counts;
    private readonly long[] _hits;

    public ReliabilityTable(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        _probabilities = new ExactSum[bins];
        for (int i = 0; i < bins; i++) _probabilities[i] = new ExactSum();
        _counts = new long[bins];
        _hits = new long[bins];
    }

    public void Add(double probability, bool hit)
    {
        int bin = Math.Min((int)(probability * _counts.Length), _counts.Length - 1);
        _probabilities[bin].Add(probability);
        _counts[bin]++;
        if (hit) _hits[bin]++;
    }

    /// <summary>A table of both sides' predictions.</summary>
    public ReliabilityTable Merge(ReliabilityTable other, string name)
    {
        if (other._counts.Length != _counts.Length) throw new ArgumentException($"One side has {_counts.Length} ranges and the other {other._counts.Length}: merge judgments over the same ranges.", name);
        ReliabilityTable merged = new(_counts.Length);
        for (int i = 0; i < _counts.Length; i++)
        {
            merged._probabilities[i] = Sum(_probabilities[i], other._probabilities[i]);
            merged._counts[i] = _counts[i] + other._counts[i];
            merged._hits[i] = _hits[i] + other._hits[i];
        }

        return merged;
    }

    public static ExactSum Sum(ExactSum left, ExactSum right)
    {
        ExactSum sum = new();
        sum.Merge(left);
        sum.Merge(right);
        return sum;
    }

    public IReadOnlyList<ReliabilityBin> ToBins() => Array.AsReadOnly<ReliabilityBin>(
    [
        .. Enumerable.Range(0, _counts.Length).Where(i => _counts[i] > 0).Select(i => new ReliabilityBin
        {
            Index = i,
            From = (double)i / _counts.Length,
            To = (i + 1.0) / _counts.Length,
            Count = _counts[i],
            Hits = _hits[i],
            MeanProbability = _probabilities[i].ToDouble() / _counts[i],
        }),
    ]);

    /// <summary>Σ share of the range · gap (C. Guo and others, ICML 2017).</summary>
    public static double ExpectedError(IReadOnlyList<ReliabilityBin> bins, long n) => bins.Sum(bin => bin.Count * bin.Gap) / n;

    public static IReadOnlyList<string> Warnings(long n) => n >= SmallSample
        ? []
        : [FormattableString.Invariant($"The calibration errors rest on {n} predictions: below {SmallSample} they come out too large even where probabilities are right.")];

    /// <summary>−ln of a probability kept 1e-15 away from 0 and 1, so that one sure mistake does not make the mean infinite.</summary>
    public static double LogLoss(double probability) => -Math.Log(Math.Clamp(probability, 1e-15, 1 - 1e-15));
}
