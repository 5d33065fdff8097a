using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Statistics.Drivers;

/// <summary>An outcome as a weighted sum of drivers and a constant, by ordinary least squares.</summary>
/// <remarks>
/// Columns are centered, scaled and made orthogonal before solving, so that large means do not cost digits.
/// N. R. Draper &amp; H. Smith, Applied Regression Analysis (1998), chapters 1, 5 and 6.
/// </remarks>
public sealed record LinearRegression
{
    // Residuals of a perfect fit are rounding.
    private const double PerfectFit = 1e-13;

    private LinearRegression()
    {
    }

    /// <summary>The intercept and the drivers, in the order of <see cref="DriverData.Names"/>.</summary>
    public required IReadOnlyList<RegressionTerm> Terms { get; init; }

    /// <summary>R²: the share of the outcome's variance that goes with the drivers, 0…1.</summary>
    public required double RSquared { get; init; }

    /// <summary>R² corrected for the number of drivers: 1 − (1 − R²)(n − 1)/(n − p − 1), at most R² and possibly below 0.</summary>
    public required double AdjustedRSquared { get; init; }

    /// <summary>The standard deviation of the outcome around the fit, in the unit of the outcome, at least 0.</summary>
    public required double ResidualStandardError { get; init; }

    /// <summary>The degrees of freedom, rows less drivers less 1, at least 1.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Fits the regression.</summary>
    /// <param name="data">Drivers and outcome.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The fit; <see langword="null"/> where <see cref="DriverData.Problems"/> tell why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is no confidence level.</exception>
    public static LinearRegression? Fit(DriverData data, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(data);
        Domain.CheckLevel(level);
        if (data.Orthogonal is not { } orthogonal || data.Outcome is not { } outcome) return null;

        int count = data.Names.Count, freedom = data.Rows - count - 1;
        (double[] residuals, double[] products) = orthogonal.Split(outcome.Values);
        double[] standardized = orthogonal.Solve(products);
        double unexplained = Vectors.Dot(residuals, residuals);
        if (unexplained <= PerfectFit * PerfectFit) unexplained = 0;
        double error = outcome.Length * Math.Sqrt(unexplained / freedom);

        double[][] inverse = orthogonal.Inverse();
        double[] means = [.. data.Columns.Select(column => column.Mean / column.Length)];
        double ofMeans = inverse.Sum(column => Square(Vectors.Dot(column, means)));
        ExactSum intercept = new();
        intercept.Add(outcome.Mean);
        for (int j = 0; j < count; j++) intercept.AddProduct(-standardized[j] * outcome.Length, means[j]);
        Maker maker = new(data.Rows, freedom, level);
        List<RegressionTerm> terms = [maker.Make("(Intercept)", intercept.ToDouble(), error * Math.Sqrt(1.0 / data.Rows + ofMeans), null)];
        for (int j = 0; j < count; j++)
        {
            double length = data.Columns[j].Length, spread = Math.Sqrt(inverse.Sum(column => Square(column[j])));
            terms.Add(maker.Make(data.Names[j], standardized[j] * outcome.Length / length, error * spread / length, standardized[j]));
        }

        return new LinearRegression
        {
            Terms = terms.AsReadOnly(),
            RSquared = Math.Clamp(1 - unexplained, 0, 1),
            AdjustedRSquared = 1 - unexplained * (data.Rows - 1) / freedom,
            ResidualStandardError = error,
            DegreesOfFreedom = freedom,
        };
    }

    /// <summary>Whether the other fit has the same terms and figures.</summary>
    /// <param name="other">The other fit.</param>
    public bool Equals(LinearRegression? other) =>
        other is not null && RSquared.Equals(other.RSquared) && AdjustedRSquared.Equals(other.AdjustedRSquared) && ResidualStandardError.Equals(other.ResidualStandardError)
        && DegreesOfFreedom == other.DegreesOfFreedom && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RSquared, ResidualStandardError, DegreesOfFreedom, Terms.Count);

    private static double Square(double value) => value * value;

    private sealed class Maker(int rows, int freedom, double level)
    {
        private readonly double _reach = Domain.StudentReach(level, freedom);

        public RegressionTerm Make(string name, double coefficient, double error, double? standardized) => new()
        {
            Name = name,
            Estimate = new Estimate { Value = coefficient, Lower = coefficient - _reach * error, Upper = coefficient + _reach * error, N = rows, Level = level, Method = "Student t" },
            StandardError = error,
            StandardizedCoefficient = standardized,
            Test = error > 0 ? TestResult.Single(coefficient / error, StudentTDistribution.TwoSided(coefficient / error, freedom), "t test of a coefficient") : null,
        };
    }
}
