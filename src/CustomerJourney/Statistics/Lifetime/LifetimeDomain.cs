using System.Runtime.CompilerServices;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The checks that the lifetime models share.</summary>
internal static class LifetimeDomain
{
    public static void CheckParameter(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, $"The parameter {name} of the model is finite and above 0.");
    }

    public static void CheckTime(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "A time is finite and not negative, in the unit of time of the model.");
    }

    public static void CheckDiscountRate(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "A discount rate is finite and not negative, per period: 0.01 is 1 % a period.");
    }
}
