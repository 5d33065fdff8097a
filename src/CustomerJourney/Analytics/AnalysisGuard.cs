using System.Runtime.CompilerServices;

namespace CustomerJourney.Analytics;

internal static class AnalysisGuard
{
    /// <summary>A confidence level that is one.</summary>
    public static double Level(double value, [CallerMemberName] string name = "")
    {
        if (value is > 0 and < 1) return value;
        throw new ArgumentOutOfRangeException(name, value, "A confidence level lies between 0 and 1, for example 0.95.");
    }
}
