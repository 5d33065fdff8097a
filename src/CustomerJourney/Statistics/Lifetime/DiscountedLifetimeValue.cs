namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The present value of purchases that a model expects.</summary>
public static class DiscountedLifetimeValue
{
    /// <summary>Discounts expected purchases period by period, each at the end of its period.</summary>
    /// <param name="expectedTransactions">The expected number of purchases up to a time from now, for example a model's <c>ExpectedTransactions</c> of one customer.</param>
    /// <param name="periods">How many periods are counted, not negative.</param>
    /// <param name="periodLength">How long a period is in the unit of time of the model, above 0: 4.345 for months where that is the week.</param>
    /// <param name="discountRate">The discount rate for one period, finite and not negative.</param>
    /// <param name="valuePerTransaction">What a purchase is worth, finite: for example the expected value of a <see cref="GammaGamma"/> model.</param>
    /// <param name="marginShare">The part of that value which is margin, 0…1; 1 gives revenue.</param>
    /// <returns>Σ over k from 1 of value · margin · (E(k) − E(k − 1))/(1 + d)^k.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expectedTransactions"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Of(Func<double, double> expectedTransactions, int periods, double periodLength, double discountRate, double valuePerTransaction, double marginShare = 1)
    {
        ArgumentNullException.ThrowIfNull(expectedTransactions);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        Domain.CheckPositive(periodLength);
        Domain.CheckFinite(periodLength);
        LifetimeDomain.CheckDiscountRate(discountRate);
        Domain.CheckFinite(valuePerTransaction);
        Domain.CheckProbability(marginShare);
        double sum = 0, before = 0, discount = 1;
        for (int period = 1; period <= periods; period++)
        {
            double until = expectedTransactions(period * periodLength);
            discount /= 1 + discountRate;
            sum += (until - before) * discount;
            before = until;
        }

        return sum * valuePerTransaction * marginShare;
    }
}
