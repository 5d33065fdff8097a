using System.Runtime.CompilerServices;

namespace CustomerJourney.Statistics;

/// <summary>The checks that every formula of this room makes on its arguments, and the normal quantile of a confidence level.</summary>
internal static class Domain
{
    public static void CheckNumber(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (double.IsNaN(value)) throw new ArgumentOutOfRangeException(name, value, "Not a number: give a number.");
    }

    public static void CheckFinite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "Give a finite number.");
    }

    public static void CheckProbability(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && value <= 1)) throw new ArgumentOutOfRangeException(name, value, "A probability lies between 0 and 1.");
    }

    public static void CheckPositive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0)) throw new ArgumentOutOfRangeException(name, value, "Give a number above 0.");
    }

    public static void CheckLevel(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(name, level, "A confidence level lies between 0 and 1, both excluded, for example 0.95.");
    }

    public static void CheckShare(long hits, long total, [CallerArgumentExpression(nameof(hits))] string? hitsName = null, [CallerArgumentExpression(nameof(total))] string? totalName = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits, hitsName);
        ArgumentOutOfRangeException.ThrowIfNegative(total, totalName);
        if (hits > total) throw new ArgumentOutOfRangeException(hitsName, hits, $"There cannot be more hits than cases ({total}).");
    }

    /// <summary>How many standard errors a two-sided normal interval of this level reaches to either side; checks the level.</summary>
    public static double NormalReach(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        CheckLevel(level, name);
        return -NormalDistribution.Quantile((1 - level) / 2);
    }

    /// <summary>The same for Student's t with the given degrees of freedom.</summary>
    public static double StudentReach(double level, double degreesOfFreedom, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        CheckLevel(level, name);
        return -StudentTDistribution.Quantile((1 - level) / 2, degreesOfFreedom);
    }

    public static void CheckPower(double power, [CallerArgumentExpression(nameof(power))] string? name = null)
    {
        if (!(power > 0 && power < 1)) throw new ArgumentOutOfRangeException(name, power, "A power lies between 0 and 1, both excluded, for example 0.8.");
    }

    public static void CheckAllFinite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (int i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) throw new ArgumentOutOfRangeException(name, values[i], $"Value {i} is not finite: leave missing values out.");
    }

    /// <summary>Refuses a number that is no alternative: it would silently be taken for two-sided.</summary>
    public static void CheckAlternative(Alternative alternative, [CallerArgumentExpression(nameof(alternative))] string? name = null)
    {
        if (!Enum.IsDefined(alternative)) throw new ArgumentOutOfRangeException(name, alternative, "There is no such alternative: use TwoSided, Less or Greater.");
    }

    /// <summary>The p-value of a standard normal statistic.</summary>
    public static double NormalPValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Greater => NormalDistribution.UpperTail(z),
        Alternative.Less => NormalDistribution.Cumulative(z),
        _ => 2 * NormalDistribution.UpperTail(Math.Abs(z)),
    };
}
