namespace CustomerJourney.Statistics.CustomerBase;

/// <summary>What became of the revenue of those who were customers at the start of a period. The same customers stand above and below every line; new ones never enter.</summary>
/// <remarks>
/// With sᵢ the revenue of customer i at the start and eᵢ at the end: NRR = Σe/Σs, GRR = Σmin(s, e)/Σs. Intervals by the delta method over customers, who are the sample:
/// the variance of a ratio R is n/(n − 1)·Σ(eᵢ − R sᵢ)²/(Σs)² (W. G. Cochran, Sampling Techniques, 1977, section 6.3), with Student's t of n − 1 degrees of freedom.
/// </remarks>
public sealed record RetainedRevenue
{
    private RetainedRevenue()
    {
    }

    /// <summary>Net revenue retention: revenue at the end over revenue at the start, at least 0; above 1 where expansion outweighs losses.</summary>
    public required double Net { get; init; }

    /// <summary>Net revenue retention with its interval, not below 0; <see langword="null"/> below two customers.</summary>
    public Estimate? NetEstimate { get; init; }

    /// <summary>Gross revenue retention: as <see cref="Net"/>, but no customer counts for more than at the start; 0…1.</summary>
    public required double Gross { get; init; }

    /// <summary>Gross revenue retention with its interval, clipped to 0…1; <see langword="null"/> below two customers.</summary>
    public Estimate? GrossEstimate { get; init; }

    /// <summary>Logo retention: the share of customers with any revenue at the end, with its Wilson interval.</summary>
    public required Estimate Logos { get; init; }

    /// <summary>The revenue that customers added, not negative, in the unit of the revenue.</summary>
    public required double Expansion { get; init; }

    /// <summary>The revenue by which customers who stayed pay less, not negative.</summary>
    public required double Contraction { get; init; }

    /// <summary>The revenue of customers who pay nothing at the end, not negative.</summary>
    public required double ChurnedRevenue { get; init; }

    /// <summary>Computes retention of revenue.</summary>
    /// <param name="starting">The revenue of each customer at the start, in one currency, finite and above 0: who paid nothing was no customer.</param>
    /// <param name="ending">The revenue of the same customers at the end, in the same order and currency, finite and not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The result; <see langword="null"/> without customers.</returns>
    /// <exception cref="ArgumentException">There are not as many ending as starting revenues.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A revenue is outside its range, or <paramref name="level"/> is no confidence level.</exception>
    public static RetainedRevenue? Of(ReadOnlySpan<double> starting, ReadOnlySpan<double> ending, double level = 0.95)
    {
        Check(starting, ending, level);
        if (starting.Length == 0) return null;
        ExactSum more = new(), less = new(), lost = new();
        double[] capped = new double[ending.Length];
        long logos = 0;
        for (int i = 0; i < starting.Length; i++)
        {
            capped[i] = Math.Min(starting[i], ending[i]);
            if (ending[i] > 0) logos++;
            ExactSum change = ending[i] > starting[i] ? more : ending[i] > 0 ? less : lost;
            change.Add(Math.Max(starting[i], ending[i]));
            change.Add(-capped[i]);
        }

        RatioOfMeans net = RatioOfMeans.Of(ending, starting)!, gross = RatioOfMeans.Of(capped, starting)!;
        return new RetainedRevenue
        {
            Net = net.Value,
            NetEstimate = Interval(net, level, double.PositiveInfinity),
            Gross = gross.Value,
            GrossEstimate = Interval(gross, level, 1),
            Logos = ProportionInterval.Wilson(logos, starting.Length, level)!,
            Expansion = more.ToDouble(),
            Contraction = less.ToDouble(),
            ChurnedRevenue = lost.ToDouble(),
        };
    }

    private static void Check(ReadOnlySpan<double> starting, ReadOnlySpan<double> ending, double level)
    {
        Domain.CheckLevel(level);
        if (starting.Length != ending.Length)
            throw new ArgumentException($"There are {starting.Length} starting and {ending.Length} ending revenues: give both for each customer of the start, 0 at the end for one who left.", nameof(ending));
        for (int i = 0; i < starting.Length; i++)
        {
            Domain.CheckFinite(starting[i], nameof(starting));
            Domain.CheckFinite(ending[i], nameof(ending));
            if (starting[i] <= 0)
                throw new ArgumentOutOfRangeException(nameof(starting), starting[i], $"Customer {i} has no revenue at the start: new customers do not count towards retention, leave them out.");
            if (ending[i] < 0) throw new ArgumentOutOfRangeException(nameof(ending), ending[i], $"Customer {i} has negative revenue at the end: give 0 for one who left, and take refunds out before.");
        }
    }

    private static Estimate? Interval(RatioOfMeans retention, double level, double highest)
    {
        if (retention.StandardError is not { } error) return null;
        double half = Domain.StudentReach(level, retention.N - 1) * error;
        return new Estimate
        {
            Value = retention.Value,
            Lower = Math.Max(0, retention.Value - half),
            Upper = Math.Min(highest, retention.Value + half),
            N = retention.N,
            Level = level,
            Method = "delta method, Student t",
        };
    }
}
