namespace CustomerJourney.Statistics;

/// <summary>How much knowing one attribute tells about another.</summary>
/// <remarks>T. M. Cover and J. A. Thomas, Elements of Information Theory (2006), chapter 2. The plug-in figure of a sample is biased up: by about (rows − 1)(columns − 1)/(2n·ln 2) bits where nothing is shared.</remarks>
public static class MutualInformation
{
    /// <summary>The mutual information of the rows and columns of a table of counts, in bits: from 0 (independent) to the lesser of both entropies (one follows from the other).</summary>
    /// <param name="table">How many cases there are of each row (first index) and column, not negative.</param>
    /// <returns>The information, at least 0; <see langword="null"/> without any case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rows are not equally long, or one is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The cases are more than a <see cref="long"/> can count.</exception>
    public static double? Bits(IReadOnlyList<IReadOnlyList<long>> table)
    {
        long[][] counts = CountTable.Checked(table, nameof(table));
        long[] rows = [.. counts.Select(row => row.Sum())];
        long total = rows.Sum();
        if (total == 0) return null;
        long[] columns = [.. Enumerable.Range(0, counts[0].Length).Select(column => counts.Sum(row => row[column]))];
        ExactSum sum = new();
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                if (counts[i][j] == 0) continue;
                double share = (double)counts[i][j] / total;
                sum.Add(share * Math.Log2((double)counts[i][j] / rows[i] / ((double)columns[j] / total)));
            }
        }

        return Math.Max(0, sum.ToDouble());
    }
}
