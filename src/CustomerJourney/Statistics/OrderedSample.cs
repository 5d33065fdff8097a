namespace CustomerJourney.Statistics;

/// <summary>
/// Values in ascending order, from which quantiles are taken. Immutable, equal by value, and free of the order in which the values were given. Holds every distinct value, and how many values there are up to it.
/// </summary>
/// <remarks>
/// Of times until something happens, only those that have happened can be given, and those are the short ones: where some are still open, take
/// <see cref="Survival.KaplanMeierCurve.Quantile"/> instead.
/// </remarks>
public sealed class OrderedSample : IEquatable<OrderedSample>
{
    // Makes the median deviation of normal values their standard deviation: 1 / Φ⁻¹(3/4), rounded as in R.
    private const double NormalConsistency = 1.4826;

    // A product that should be a whole number is often beside it by rounding, in proportion to its size.
    private const double Fuzz = 4 * 2.220446049250313e-16;

    // The distinct values, ascending, and for each how many values are at most as large.
    private readonly double[] _values;
    private readonly long[] _upTo;

    private OrderedSample(double[] values, long[] upTo) => (_values, _upTo) = (values, upTo);

    /// <summary>The values, ascending, each as often as it was given.</summary>
    /// <exception cref="OverflowException">There are more values than a list can hold; quantiles are to be had all the same.</exception>
    public IReadOnlyList<double> Values => _values.Length == Count ? Array.AsReadOnly(_values) : new OrderedValues(_values, _upTo);

    /// <summary>How many values there are, not negative.</summary>
    public long Count => _upTo.Length == 0 ? 0 : _upTo[^1];

    /// <summary>The median: the middle value, or the mean of the two middle ones; <see langword="null"/> without values.</summary>
    public double? Median => Quantile(0.5);

    /// <summary>The distance of the quartiles by type 7, not negative; <see langword="null"/> without values.</summary>
    public double? InterquartileRange => Quantile(0.75) - Quantile(0.25);

    /// <summary>
    /// The median distance from the median, times 1.4826 so that it estimates the standard deviation of normal values; not negative, 0 when more than half the values are equal,
    /// <see langword="null"/> without values. One wild value does not move it.
    /// </summary>
    /// <remarks>F. R. Hampel, "The influence curve and its role in robust estimation" (1974).</remarks>
    public double? MedianAbsoluteDeviation =>
        Median is { } median ? NormalConsistency * OfCounts([.. _values.Select((value, place) => (Math.Abs(value - median), CountAt(place)))]).Median : null;

    /// <summary>
    /// Tukey's five numbers: smallest value, lower hinge, median, upper hinge, largest value. A hinge is the median of a half of the values, the middle one counted in both; empty without values.
    /// </summary>
    /// <remarks>J. W. Tukey, Exploratory Data Analysis (1977); R's fivenum.</remarks>
    public IReadOnlyList<double> FiveNumbers
    {
        get
        {
            long n = Count;
            if (n == 0) return [];
            long half = (n + 1) / 2;
            return Array.AsReadOnly([_values[0], Middle(0, half), Middle(0, n), Middle(n - half, half), _values[^1]]);
        }
    }

    /// <summary>Takes values.</summary>
    /// <param name="values">The values in any order, all finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    public static OrderedSample Of(ReadOnlySpan<double> values)
    {
        double[] sorted = new double[values.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            Domain.CheckFinite(values[i], nameof(values));
            // −0 and 0 are one value, whichever comes first.
            sorted[i] = values[i] + 0.0;
        }

        Array.Sort(sorted);
        double[] distinct = new double[sorted.Length];
        long[] upTo = new long[sorted.Length];
        int length = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && sorted[i + 1] == sorted[i]) continue;
            (distinct[length], upTo[length]) = (sorted[i], i + 1);
            length++;
        }

        return new OrderedSample(distinct[..length], upTo[..length]);
    }

    /// <summary>Takes finite values that stand for so many of the same value each, in any order; the counts are positive.</summary>
    internal static OrderedSample OfCounts((double Value, long Count)[] counted)
    {
        List<double> distinct = [];
        List<long> upTo = [];
        long total = 0;
        foreach ((double value, long count) in counted.OrderBy(entry => entry.Value))
        {
            total += count;
            if (distinct.Count > 0 && distinct[^1] == value)
            {
                upTo[^1] = total;
                continue;
            }

            distinct.Add(value + 0.0);
            upTo.Add(total);
        }

        return new OrderedSample([.. distinct], [.. upTo]);
    }

    /// <summary>The value below which a share of the values lies.</summary>
    /// <param name="probability">The share p, 0…1: 0.5 for the median, 0 and 1 for the smallest and largest value by every type.</param>
    /// <param name="type">How values are counted and joined.</param>
    /// <returns>The quantile, between the smallest and the largest value; <see langword="null"/> without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1, or there is no such <paramref name="type"/>.</exception>
    public double? Quantile(double probability, QuantileType type = QuantileType.Linear)
    {
        Domain.CheckProbability(probability);
        if (!Enum.IsDefined(type)) throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of quantile: types 1 to 9 have names, type 7 is Linear.");
        if (_values.Length == 0) return null;
        double n = Count;
        return type switch
        {
            QuantileType.InverseDistribution => Step(n * probability, 1),
            QuantileType.AveragedInverseDistribution => Step(n * probability, 0.5),
            QuantileType.NearestEven => Nearest(n * probability - 0.5),
            QuantileType.InterpolatedInverseDistribution => Between(n * probability),
            QuantileType.Hazen => Between(n * probability + 0.5),
            QuantileType.Weibull => Between((n + 1) * probability),
            QuantileType.MedianUnbiased => Between(1.0 / 3 + probability * (n + 1.0 / 3)),
            QuantileType.NormalUnbiased => Between(3.0 / 8 + probability * (n + 1.0 / 4)),
            _ => Between(1 + probability * (n - 1)),
        };
    }

    /// <summary>
    /// The median with an exact interval that assumes nothing about the distribution: from the l-th smallest to the l-th largest value, l as large as the level allows.
    /// </summary>
    /// <param name="level">The confidence level, between 0 and 1; what is covered is at least that (<see cref="MedianInterval.Coverage"/>).</param>
    /// <returns>The interval; <see langword="null"/> when there are too few values for any: below 6 at a level of 0.95.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    /// <remarks>W. R. Thompson (1936); the inverted sign test: l is the largest rank with P(Binomial(n, ½) ≤ l − 1) ≤ (1 − level)/2. Independent values are assumed.</remarks>
    public MedianInterval? MedianInterval(double level = 0.95)
    {
        Domain.CheckLevel(level);
        double tail = (1 - level) / 2 * (1 + 1e-12);
        long low = 0, high = Count / 2;
        while (low < high)
        {
            long rank = (low + high + 1) / 2;
            if (BelowRank(rank) <= tail) low = rank;
            else high = rank - 1;
        }

        if (low == 0) return null;
        return new MedianInterval
        {
            LowerRank = low,
            UpperRank = Count - low + 1,
            Coverage = 1 - 2 * BelowRank(low),
            Estimate = new Estimate { Value = Median!.Value, Lower = At(low - 1), Upper = At(Count - low), N = Count, Level = level, Method = "order statistics" },
        };
    }

    /// <summary>Whether the other sample holds the same values.</summary>
    /// <param name="other">Another sample.</param>
    public bool Equals(OrderedSample? other) => other is not null && _values.AsSpan().SequenceEqual(other._values) && _upTo.AsSpan().SequenceEqual(other._upTo);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OrderedSample);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Count);
        foreach (double value in _values) hash.Add(value);
        return hash.ToHashCode();
    }

    // The chance that fewer than so many values lie below the median: P(Binomial(n, ½) ≤ rank − 1).
    private double BelowRank(long rank) => BetaDistribution.Cumulative(0.5, Count - rank + 1, rank);

    // The value of rank n·p rounded up; where n·p is whole, this weight of it and the rest of the next.
    private double Step(double position, double weight)
    {
        double whole = Math.Floor(position + Slack(position));
        return position - whole > Slack(position) ? Ranked(whole + 1) : Mix(Ranked(whole), Ranked(whole + 1), 1 - weight);
    }

    private double Nearest(double position)
    {
        double whole = Math.Floor(position + Slack(position));
        bool exact = Math.Abs(position - whole) <= Slack(position);
        return Ranked(exact && whole % 2 == 0 ? whole : whole + 1);
    }

    private double Between(double rank)
    {
        double whole = Math.Floor(rank + Slack(rank)), rest = rank - whole;
        return Mix(Ranked(whole), Ranked(whole + 1), rest <= Slack(rank) ? 0 : rest);
    }

    private static double Slack(double position) => Fuzz * Math.Max(1, Math.Abs(position));

    // Ranks beyond the ends stay at them: for NumPy type 6 fails at p = 1.
    private double Ranked(double rank) => At((long)Math.Clamp(rank, 1, Count) - 1);

    // The value at a place among all values, from 0.
    private double At(long place) => _values[OrderedValues.PlaceOf(_upTo, place)];

    private long CountAt(int place) => _upTo[place] - (place == 0 ? 0 : _upTo[place - 1]);

    private static double Mix(double lower, double upper, double weight) => lower == upper ? lower : Math.Clamp((1 - weight) * lower + weight * upper, lower, upper);

    private double Middle(long start, long count) => Mix(At(start + (count - 1) / 2), At(start + count / 2), 0.5);
}
