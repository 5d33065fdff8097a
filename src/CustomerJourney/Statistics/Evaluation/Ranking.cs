namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How well probabilities order positives before negatives.</summary>
internal static class Ranking
{
    public static (double? RocAuc, double? AveragePrecision) Of(ReadOnlySpan<bool> actual, ReadOnlySpan<double> probabilities)
    {
        double[] keys = probabilities.ToArray();
        bool[] hits = actual.ToArray();
        Array.Sort(keys, hits);

        // From the highest probability down, equal ones together. Pairs are counted doubled, so that a tie is one half in whole numbers.
        long positives = 0, negatives = 0, doubledPairs = 0;
        ExactSum precision = new();
        for (int end = keys.Length; end > 0;)
        {
            int start = end;
            long here = 0;
            while (start > 0 && keys[start - 1] == keys[end - 1])
            {
                start--;
                if (hits[start]) here++;
            }

            long others = end - start - here;
            doubledPairs += others * (2 * positives + here);
            positives += here;
            negatives += others;
            if (here > 0) precision.Add(here * ((double)positives / (positives + negatives)));
            end = start;
        }

        double? auc = positives == 0 || negatives == 0 ? null : doubledPairs / 2.0 / ((double)positives * negatives);
        return (auc, positives == 0 ? null : precision.ToDouble() / positives);
    }
}
