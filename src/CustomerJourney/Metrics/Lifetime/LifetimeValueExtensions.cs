using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney;

/// <summary>Worth that follows from retention.</summary>
public static class LifetimeValueExtensions
{
    /// <summary>Contractual lifetime value from a measured retention rate: what a customer is worth who pays the same margin each period and stays with the same probability.</summary>
    /// <param name="retention">The retention rate of one period, as <see cref="CustomerRetention"/> gives it.</param>
    /// <param name="margin">The margin per period, finite, in one currency.</param>
    /// <param name="discountRate">The discount rate for the same period as the rate of retention, finite and not negative.</param>
    /// <param name="firstPayment">When the first payment is made.</param>
    /// <returns>
    /// The value, with the limits of the retention rate put through the formula, which rises with it; an upper limit is infinite where everybody may stay and nothing is discounted.
    /// <see langword="null"/> without a rate, and where the value itself is infinite.
    /// </returns>
    /// <remarks>
    /// S. Gupta &amp; D. R. Lehmann (2003): m (1 + d)/(1 + d − r) or m r/(1 + d − r). Constant retention understates the worth of those who have stayed long: see <see cref="Renewals"/>.
    /// The interval is that of the rate alone: margin and discount are taken as known.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Estimate? LifetimeValue(this ShareResult retention, double margin, double discountRate, FirstPayment firstPayment)
    {
        ArgumentNullException.ThrowIfNull(retention);
        if (retention.Estimate is not { } rate || Of(rate.Value) is not { } value) return null;
        double endless = margin == 0 ? 0 : double.PositiveInfinity * Math.Sign(margin), one = Of(rate.Lower) ?? endless, other = Of(rate.Upper) ?? endless;
        return rate with { Value = value, Lower = Math.Min(one, other), Upper = Math.Max(one, other), Method = $"{rate.Method}, through Gupta and Lehmann" };

        double? Of(double share) => ContractualLifetimeValue.Of(margin, share, discountRate, firstPayment);
    }
}
