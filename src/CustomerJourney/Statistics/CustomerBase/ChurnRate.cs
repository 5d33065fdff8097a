namespace CustomerJourney.Statistics.CustomerBase;

/// <summary>What a churn rate of one period means over several. All assume that the rate stays the same and is the same for every customer.</summary>
/// <remarks>
/// Real customers differ, and those who stay are those who leave least: over long times these figures tell too much churn. Prefer survival curves or models that know differences
/// where they matter (P. S. Fader &amp; B. G. S. Hardie, "How to project customer retention", Journal of Interactive Marketing 21, 2007).
/// </remarks>
public static class ChurnRate
{
    /// <summary>The share lost over several periods, 1 − (1 − churn)^periods: not the sum of the rates.</summary>
    /// <param name="churn">The share lost in one period, 0…1.</param>
    /// <param name="periods">How many periods, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Over(double churn, int periods)
    {
        Domain.CheckProbability(churn);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return churn == 1 ? (periods == 0 ? 0 : 1) : -GammaFunctions.ExpMinusOne(periods * GammaFunctions.LogOnePlus(-churn));
    }

    /// <summary>The rate of one period that gives a churn over several: the inverse of <see cref="Over"/>.</summary>
    /// <param name="churn">The share lost over all periods, 0…1.</param>
    /// <param name="periods">How many periods, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PerPeriod(double churn, int periods)
    {
        Domain.CheckProbability(churn);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        return churn == 1 ? 1 : -GammaFunctions.ExpMinusOne(GammaFunctions.LogOnePlus(-churn) / periods);
    }

    /// <summary>The mean number of periods until a customer is lost, the last one included: 1/churn, at least 1; <see langword="null"/> where nobody is ever lost.</summary>
    /// <param name="churn">The share lost in one period, 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="churn"/> is outside its range.</exception>
    public static double? ExpectedLifetime(double churn)
    {
        Domain.CheckProbability(churn);
        return churn == 0 ? null : 1 / churn;
    }
}
