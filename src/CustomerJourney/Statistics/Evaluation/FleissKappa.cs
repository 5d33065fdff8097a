namespace CustomerJourney.Statistics.Evaluation;

/// <summary>Agreement of any number of raters beyond what chance gives, when each subject is rated equally often: 1 is perfect, 0 chance.</summary>
/// <remarks>J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971).</remarks>
public static class FleissKappa
{
    /// <summary>Computes kappa.</summary>
    /// <param name="ratings">For each subject (row) how many raters chose each category (column).</param>
    /// <returns>Kappa, at most 1; <see langword="null"/> without subjects or when all ratings are of one category.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rows are not equally long, a row is <see langword="null"/>, or subjects are rated unequally often or fewer than twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The ratings are more than a <see cref="long"/> can count.</exception>
    public static double? Of(IReadOnlyList<IReadOnlyList<long>> ratings)
    {
        long[][] rows = CountTable.Checked(ratings, nameof(ratings));
        if (rows.Length == 0) return null;
        long raters = rows[0].Sum();
        Int128 agreeing = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Sum() != raters)
                throw new ArgumentException($"Subject {i} has {rows[i].Sum()} ratings and subject 0 has {raters}: every subject must be rated equally often.", nameof(ratings));
            foreach (long count in rows[i]) agreeing += (Int128)count * (count - 1);
        }

        if (raters < 2) throw new ArgumentException($"Subjects have {raters} ratings: agreement needs at least two.", nameof(ratings));
        long total = raters * rows.Length;
        Int128 expected = 0;
        for (int j = 0; j < rows[0].Length; j++)
        {
            long inCategory = rows.Sum(row => row[j]);
            expected += (Int128)inCategory * inCategory;
        }

        // Disagreement observed over that expected, so that perfect agreement is exactly 1.
        Int128 pairs = (Int128)total * (raters - 1), all = (Int128)total * total;
        if (expected == all) return null;
        return 1 - (double)(pairs - agreeing) / (double)pairs / ((double)(all - expected) / (double)all);
    }
}
