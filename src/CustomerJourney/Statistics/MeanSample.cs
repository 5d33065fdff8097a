namespace CustomerJourney.Statistics;

/// <summary>A mean in one group: how many values, their sum and the sum of their squares.</summary>
/// <remarks>
/// The variance is the difference of two large sums. <see cref="Of(ReadOnlySpan{double})"/> keeps what their rounding leaves, so it loses nothing even where the values lie far from 0. Of sums that
/// were rounded before they are given, it counts as 0 where the values lie more than about ten million standard deviations from 0, because the sums no longer hold it.
/// </remarks>
public sealed record MeanSample : Sample
{
    // A difference below this part of the sum of squares is rounding of the sums themselves.
    private const double RoundingShare = 8 * 1.1102230246251565e-16;

    // The same where the sums were kept in two doubles each.
    private const double ExactRoundingShare = 1e-30;

    // What rounding left of the two sums, where they are known exactly.
    private readonly (double Sum, double SumOfSquares)? _rests;

    /// <summary>Keeps the sums of a mean.</summary>
    /// <param name="count">How many values there are, not negative.</param>
    /// <param name="sum">Their sum, finite; 0 without values.</param>
    /// <param name="sumOfSquares">The sum of their squares, finite and not negative; 0 without values.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public MeanSample(long count, double sum, double sumOfSquares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Domain.CheckFinite(sum);
        Domain.CheckFinite(sumOfSquares);
        ArgumentOutOfRangeException.ThrowIfNegative(sumOfSquares);
        if (count == 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(sum, 0);
            ArgumentOutOfRangeException.ThrowIfNotEqual(sumOfSquares, 0);
        }

        Count = count;
        Sum = sum;
        SumOfSquares = sumOfSquares;
    }

    private MeanSample(long count, (double Rounded, double Left) sum, (double Rounded, double Left) sumOfSquares)
        : this(count, sum.Rounded, sumOfSquares.Rounded) => _rests = count == 0 ? null : (sum.Left, sumOfSquares.Left);

    /// <inheritdoc/>
    public override long Count { get; }

    /// <summary>The sum of the values.</summary>
    public double Sum { get; }

    /// <summary>The sum of the squared values.</summary>
    public double SumOfSquares { get; }

    /// <summary>The mean; <see langword="null"/> without values.</summary>
    public override double? Value
    {
        get
        {
            if (Count == 0) return null;
            double mean = Sum / Count;
            return _rests is { } rests ? mean + (Math.FusedMultiplyAdd(-mean, Count, Sum) + rests.Sum) / Count : mean;
        }
    }

    /// <summary>The variance with divisor n − 1, at least 0; <see langword="null"/> below two values.</summary>
    public double? Variance => Count < 2 ? null : SquaredDeviations / (Count - 1);

    /// <summary>The standard error of the mean, √(variance/n); <see langword="null"/> below two values.</summary>
    public double? StandardError => Variance is { } variance ? Math.Sqrt(variance / Count) : null;

    /// <summary>The sum of squared distances from the mean, at least 0, and exactly 0 where the sums hold no more than rounding.</summary>
    internal double SquaredDeviations
    {
        get
        {
            if (Count < 2) return 0;
            if (_rests is { } rests) return Exactly(rests.Sum, rests.SumOfSquares);

            // The rounding of the product is put back, so that only the rounding of the two sums remains.
            double mean = Sum / Count;
            double product = mean * Sum;
            double rest = Math.FusedMultiplyAdd(mean, Sum, -product) + Math.FusedMultiplyAdd(-mean, Count, Sum) / Count * Sum;
            double deviations = SumOfSquares - product - rest;
            return deviations <= RoundingShare * SumOfSquares ? 0 : deviations;
        }
    }

    /// <summary>Takes the sums of values; they are exact sums rounded once, so the order of the values does not matter.</summary>
    /// <param name="values">The values, all finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or a sum is too large for a double.</exception>
    public static MeanSample Of(ReadOnlySpan<double> values)
    {
        ExactSum sum = new(), squares = new();
        foreach (double value in values)
        {
            Domain.CheckFinite(value, nameof(values));
            sum.Add(value);
            squares.AddProduct(value, value);
        }

        return Of(values.Length, sum, squares);
    }

    /// <summary>Takes sums that are known exactly; of equal values equal to what <see cref="Of(ReadOnlySpan{double})"/> gives.</summary>
    internal static MeanSample Of(long count, ExactSum sum, ExactSum sumOfSquares) => new(count, sum.ToTwoDoubles(), sumOfSquares.ToTwoDoubles());

    /// <summary>The mean with Student's t interval, n − 1 degrees of freedom; <see langword="null"/> below two values.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level)
    {
        Domain.CheckLevel(level);
        if (Value is not { } mean || StandardError is not { } error) return null;
        double half = Domain.StudentReach(level, Count - 1) * error;
        return new Estimate { Value = mean, Lower = mean - half, Upper = mean + half, N = Count, Level = level, Method = "Student t" };
    }

    /// <summary>The mean with a t interval on the variance over customers, one degree of freedom fewer than customers; <see langword="null"/> below two customers.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level, ClusterTotals clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Domain.CheckLevel(level);
        clusters.CheckFor(this, nameof(clusters));
        if (Value is not { } mean || clusters.StandardError is not { } error) return null;
        double half = Domain.StudentReach(level, clusters.Clusters - 1) * error;
        return new Estimate
        {
            Value = mean,
            Lower = mean - half,
            Upper = mean + half,
            N = Count,
            EffectiveN = clusters.EffectiveCount(SquaredDeviations / Count / Math.Max(1, Count - 1)) ?? Count,
            Level = level,
            Method = "Student t, clustered by customer",
        };
    }

    // Σ(x − m)² about the rounded mean m, without rounding, less n times the square of what m is off by.
    private double Exactly(double restOfSum, double restOfSquares)
    {
        double mean = Sum / Count, square = mean * mean, restOfSquare = Math.FusedMultiplyAdd(mean, mean, -square);
        ExactSum deviations = new();
        deviations.Add(SumOfSquares);
        deviations.Add(restOfSquares);
        for (int i = 0; i < 2; i++)
        {
            deviations.AddProduct(-mean, Sum);
            deviations.AddProduct(-mean, restOfSum);
        }

        deviations.AddProduct(Count, square);
        deviations.AddProduct(Count, restOfSquare);
        double off = Math.FusedMultiplyAdd(-mean, Count, Sum) + restOfSum;
        deviations.AddProduct(-off, off / Count);
        double result = deviations.ToDouble();
        return result <= ExactRoundingShare * SumOfSquares ? 0 : result;
    }
}
