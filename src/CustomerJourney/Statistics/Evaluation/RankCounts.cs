namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How many positives and negatives have each predicted probability: what figures of ranking need, and what parts can be merged from.</summary>
internal sealed class RankCounts
{
    // In ascending order, each probability once.
    private readonly double[] _probabilities;
    private readonly long[] _positives;
    private readonly long[] _negatives;

    private RankCounts(double[] probabilities, long[] positives, long[] negatives) => (_probabilities, _positives, _negatives) = (probabilities, positives, negatives);

    public static RankCounts Of(ReadOnlySpan<bool> actual, ReadOnlySpan<double> probabilities)
    {
        double[] keys = probabilities.ToArray();
        bool[] hits = actual.ToArray();
        Array.Sort(keys, hits);
        long[] positives = new long[keys.Length], negatives = new long[keys.Length];
        int last = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (last < 0 || keys[last] != keys[i]) keys[++last] = keys[i];
            if (hits[i]) positives[last]++;
            else negatives[last]++;
        }

        return new RankCounts(keys[..(last + 1)], positives[..(last + 1)], negatives[..(last + 1)]);
    }

    public RankCounts Merge(RankCounts other)
    {
        List<double> probabilities = [];
        List<long> positives = [], negatives = [];
        for (int i = 0, j = 0; i < _probabilities.Length || j < other._probabilities.Length;)
        {
            bool mine = j == other._probabilities.Length || (i < _probabilities.Length && _probabilities[i] <= other._probabilities[j]);
            bool theirs = i == _probabilities.Length || (j < other._probabilities.Length && other._probabilities[j] <= _probabilities[i]);
            probabilities.Add(mine ? _probabilities[i] : other._probabilities[j]);
            positives.Add((mine ? _positives[i] : 0) + (theirs ? other._positives[j] : 0));
            negatives.Add((mine ? _negatives[i] : 0) + (theirs ? other._negatives[j] : 0));
            if (mine) i++;
            if (theirs) j++;
        }

        return new RankCounts([.. probabilities], [.. positives], [.. negatives]);
    }

    /// <summary>The area under the curve of true and false positives, by ranks with ties half, and the average precision.</summary>
    public (double? RocAuc, double? AveragePrecision) Figures()
    {
        // From the highest probability down. Pairs are counted doubled, so that a tie is one half in whole numbers.
        long positives = 0, negatives = 0;
        Int128 doubledPairs = 0;
        ExactSum precision = new();
        for (int i = _probabilities.Length - 1; i >= 0; i--)
        {
            long here = _positives[i], others = _negatives[i];
            doubledPairs += (Int128)others * (2 * positives + here);
            positives += here;
            negatives += others;
            if (here > 0) precision.Add(here * ((double)positives / (positives + negatives)));
        }

        double? auc = positives == 0 || negatives == 0 ? null : (double)doubledPairs / 2.0 / ((double)positives * negatives);
        return (auc, positives == 0 ? null : precision.ToDouble() / positives);
    }
}
