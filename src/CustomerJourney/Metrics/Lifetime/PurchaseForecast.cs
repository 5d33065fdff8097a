using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>How far ahead purchases are forecast, by which model, and what they are worth today.</summary>
public sealed record PurchaseForecast
{
    private const double DaysInYear = 365.25;

    /// <summary>A year ahead in weeks by BG/NBD, revenue, not discounted.</summary>
    public static PurchaseForecast Default { get; } = new();

    /// <summary>The model.</summary>
    public PurchaseModelKind Model
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>How many periods ahead, 1…1,000; 52 by default.</summary>
    public int Periods
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    } = 52;

    /// <summary>The length of a period, at the end of which its purchases are discounted, more than zero; a week by default.</summary>
    public TimeSpan PeriodLength
    {
        get;
        init => field = Given.AboveZero(value);
    } = TimeSpan.FromDays(7);

    /// <summary>The discount rate per year of 365.25 days, finite and not negative; 0, no discounting, by default. For a period it is (1 + rate)^(length in years) − 1.</summary>
    public double DiscountRatePerYear
    {
        get;
        init => field = Given.DiscountRate(value);
    }

    /// <summary>The part of the value of purchases which is margin, above 0 and at most 1; 1, the default, gives revenue.</summary>
    public double MarginShare
    {
        get;
        init => field = Given.Margin(value);
    } = 1;

    /// <summary>What is expected of customers with one summary.</summary>
    /// <param name="alive">The probability that a customer still is one.</param>
    /// <param name="expected">The expected purchases up to a time from now, in the unit of the model.</param>
    /// <param name="daysPerUnit">The length of that unit.</param>
    internal (double Alive, double Purchases, double Discounted) Of(double alive, Func<double, double> expected, double daysPerUnit)
    {
        double length = TimeText.Days(PeriodLength) / daysPerUnit, purchases = expected(Periods * length);
        if (DiscountRatePerYear == 0) return (alive, purchases, purchases);
        double rate = Math.Pow(1 + DiscountRatePerYear, TimeText.Days(PeriodLength) / DaysInYear) - 1;
        // Beyond the range of doubles: a period after which nothing is worth anything.
        if (double.IsInfinity(rate)) return (alive, purchases, 0);
        return (alive, purchases, DiscountedLifetimeValue.Of(expected, Periods, length, rate, valuePerTransaction: 1));
    }
}
