namespace CustomerJourney.Statistics;

/// <summary>The standard normal distribution. Relative error of either tail below 1e-14 up to 8 standard deviations, growing to 1e-12 at 38, where doubles end.</summary>
public static class NormalDistribution
{
    // Beyond 38.5 no double is small enough for the tail, and far beyond it the formula would leave the range of doubles.
    private const double Farthest = 40;

    private static readonly double[] CentralTop =
        [3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
         4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3];

    private static readonly double[] CentralBottom =
        [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
         2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3];

    private static readonly double[] MiddleTop =
        [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
         1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4];

    private static readonly double[] MiddleBottom =
        [1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
         1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9];

    private static readonly double[] FarTop =
        [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
         2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7];

    private static readonly double[] FarBottom =
        [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15];

    /// <summary>The probability of a value at most <paramref name="value"/>, 0…1.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN.</exception>
    public static double Cumulative(double value) => UpperTail(-value);

    /// <summary>The probability of a value above <paramref name="value"/>, 0…1, accurate where it is tiny.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN.</exception>
    public static double UpperTail(double value)
    {
        Domain.CheckNumber(value);
        return Math.Abs(value) > Farthest ? (value > 0 ? 0 : 1) : 0.5 * ErrorFunction.Complement(value / Math.Sqrt(2));
    }

    /// <summary>The value below which a probability lies: the inverse of <see cref="Cumulative"/>; −∞ at 0, +∞ at 1.</summary>
    /// <param name="probability">0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is NaN or outside 0…1.</exception>
    /// <remarks>M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988), PPND16.</remarks>
    public static double Quantile(double probability)
    {
        Domain.CheckProbability(probability);
        if (probability == 0) return double.NegativeInfinity;
        if (probability == 1) return double.PositiveInfinity;
        double q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - q * q;
            return q * Polynomial(CentralTop, r) / Polynomial(CentralBottom, r);
        }

        double root = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        double size = root <= 5
            ? Polynomial(MiddleTop, root - 1.6) / Polynomial(MiddleBottom, root - 1.6)
            : Polynomial(FarTop, root - 5) / Polynomial(FarBottom, root - 5);
        return q < 0 ? -size : size;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
        return sum;
    }
}
