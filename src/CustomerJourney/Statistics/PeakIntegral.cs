namespace CustomerJourney.Statistics;

/// <summary>Integrals over the whole line of positive, smooth functions with one peak that fall off exponentially on both sides.</summary>
/// <remarks>
/// For such functions the plain trapezoidal rule is exact up to an error that falls exponentially with the number of points: L. N. Trefethen &amp;
/// J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56 (2014). All terms are positive, so tiny integrals keep their digits.
/// </remarks>
internal static class PeakIntegral
{
    private const int Scan = 256;
    private const double Negligible = 1e-20;
    private const int MostIntervals = 1 << 20;

    /// <summary>The integral of a function whose peak lies between two points; 0 where it is nowhere above the smallest doubles.</summary>
    public static double Of(Func<double, double> function, double low, double high)
    {
        double peak = Peak(function, low, high), top = function(peak), step = (high - low) / Scan;
        if (!(top > 0)) return 0;
        double start = Edge(function, peak, -step, top * Negligible), end = Edge(function, peak, step, top * Negligible);
        int intervals = 64;
        double width = (end - start) / intervals, sum = 0;
        for (int i = 0; i <= intervals; i++) sum += function(start + i * width);
        for (double integral = sum * width; ;)
        {
            // The points between are a second trapezoidal rule; the mean of both is the rule with half the step.
            double between = 0;
            for (int i = 0; i < intervals; i++) between += function(start + (i + 0.5) * width);
            sum += between;
            width /= 2;
            intervals *= 2;
            double refined = sum * width;

            // Half the step squares the relative error, so what moved by 1e-9 is now as good as doubles are.
            if (Math.Abs(refined - integral) <= 1e-9 * refined || intervals >= MostIntervals) return refined;
            integral = refined;
        }
    }

    private static double Peak(Func<double, double> function, double low, double high)
    {
        double step = (high - low) / Scan;
        int best = 0;
        double top = function(low);
        for (int i = 1; i <= Scan; i++)
        {
            double value = function(low + i * step);
            if (value > top) (best, top) = (i, value);
        }

        // Thirds are enough: the peak only sets the scale of what is negligible.
        double left = low + (best - 1) * step, right = low + (best + 1) * step;
        for (int i = 0; i < 40; i++)
        {
            double first = left + (right - left) / 3, second = right - (right - left) / 3;
            if (function(first) < function(second)) left = first;
            else right = second;
        }

        return (left + right) / 2;
    }

    // The first point beyond which the function is negligible: outward in doubling steps, then back by halving.
    private static double Edge(Func<double, double> function, double peak, double step, double limit)
    {
        double inside = peak, outside = peak + step;
        while (function(outside) > limit)
        {
            inside = outside;
            step *= 2;
            outside += step;
        }

        for (int i = 0; i < 12; i++)
        {
            double middle = (inside + outside) / 2;
            if (function(middle) > limit) inside = middle;
            else outside = middle;
        }

        return outside;
    }
}
