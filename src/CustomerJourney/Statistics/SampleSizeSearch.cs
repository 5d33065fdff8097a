using System.Runtime.CompilerServices;

namespace CustomerJourney.Statistics;

/// <summary>Finds the size at which a power is reached, where no formula can be solved for it.</summary>
internal static class SampleSizeSearch
{
    /// <summary>Without any difference a test already has the power of its error rate, so that no size is needed to reach it.</summary>
    public static void CheckPower(double power, double level, [CallerArgumentExpression(nameof(power))] string? name = null)
    {
        Domain.CheckPower(power, name);
        if (power <= 1 - level) throw new ArgumentOutOfRangeException(name, power, FormattableString.Invariant($"The power must be above the error rate of the test, {1 - level}: a test has that much without any difference."));
    }

    /// <summary>The smallest size between two whose excess is not negative, by the secant rule of "Illinois" on the logarithm of the size; the excess rises.</summary>
    public static double Smallest(double low, double high, Func<double, double> excess)
    {
        double a = Math.Log(low), excessA = excess(low);
        if (excessA >= 0) return low;

        // The power flattens where it is reached for certain, so the upper end is brought near first.
        double b = a, excessB = excessA;
        while (excessB < 0 && b < Math.Log(high))
        {
            (a, excessA) = (b, excessB);
            b = Math.Min(b + 1, Math.Log(high));
            excessB = excess(Math.Exp(b));
        }

        for (int i = 0; i < 100 && b - a > 1e-14 * Math.Abs(b); i++)
        {
            double middle = b - excessB * (b - a) / (excessB - excessA);
            double excessMiddle = excess(Math.Exp(middle));
            if (excessMiddle == 0) return Math.Exp(middle);
            if (excessMiddle < 0)
            {
                (a, excessA) = (middle, excessMiddle);
                excessB /= 2;
            }
            else
            {
                (b, excessB) = (middle, excessMiddle);
                excessA /= 2;
            }
        }

        return Math.Exp(b);
    }
}
