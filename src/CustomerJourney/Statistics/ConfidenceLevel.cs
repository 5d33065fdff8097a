using System.Runtime.CompilerServices;

namespace CustomerJourney.Statistics;

/// <summary>The check of the confidence level that a definition is given.</summary>
internal static class ConfidenceLevel
{
    /// <summary>A value that is a confidence level.</summary>
    public static double Checked(double value, [CallerMemberName] string name = "")
    {
        // NaN fails both comparisons, so it is asked for what it must be.
        if (value is > 0 and < 1) return value;
        throw new ArgumentOutOfRangeException(name, value, "A confidence level lies between 0 and 1, for example 0.95.");
    }
}
