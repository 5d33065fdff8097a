using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The value of a customer under contract whose margin and retention stay the same.</summary>
/// <remarks>S. Gupta &amp; D. R. Lehmann, "Customers as assets", Journal of Interactive Marketing 17 (2003).</remarks>
public static class ContractualLifetimeValue
{
    /// <summary>The present value of all payments.</summary>
    /// <param name="margin">m: the margin per period, finite, in one currency.</param>
    /// <param name="retention">r: the probability 0…1 to stay for another period.</param>
    /// <param name="discountRate">d: the discount rate for the same period, finite and not negative.</param>
    /// <param name="firstPayment">When the first payment is made.</param>
    /// <param name="periods">How many payments there are at most, not negative; without end where <see langword="null"/>.</param>
    /// <returns>
    /// Σ m (r/(1 + d))^t over the payments, t from 0 or from 1: without end m (1 + d)/(1 + d − r) or m r/(1 + d − r).
    /// <see langword="null"/> where that is infinite: without end, everybody kept and nothing discounted.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double? Of(double margin, double retention, double discountRate, FirstPayment firstPayment, int? periods = null)
    {
        Domain.CheckFinite(margin);
        Domain.CheckProbability(retention);
        LifetimeDomain.CheckDiscountRate(discountRate);
        if (periods < 0) throw new ArgumentOutOfRangeException(nameof(periods), periods, "The number of payments is not negative.");
        double first = firstPayment switch
        {
            FirstPayment.Now => margin,
            FirstPayment.NextPeriod => margin * (retention / (1 + discountRate)),
            _ => throw new ArgumentOutOfRangeException(nameof(firstPayment), firstPayment, string.Create(CultureInfo.InvariantCulture, $"There is no first payment {(int)firstPayment}: choose Now or NextPeriod.")),
        };
        double lost = (1 - retention + discountRate) / (1 + discountRate);
        if (periods is not { } count) return lost > 0 ? first / lost : null;
        if (lost == 0) return first * count;
        return count == 0 ? 0 : first * -GammaFunctions.ExpMinusOne(count * GammaFunctions.LogOnePlus(-lost)) / lost;
    }
}
