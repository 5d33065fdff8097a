using System.Runtime.CompilerServices;

namespace CustomerJourney.Analytics;

internal static class AnalysisGuard
{
    /// <summary>A count, or a length of time, out of a state that was kept.</summary>
    public static long Count(long value) =>
        value >= 0 ? value : throw new InvalidDataException($"{value} cannot be a count or a length of time: it is negative.");

    /// <summary>A confidence level that is one.</summary>
    public static double Level(double value, [CallerMemberName] string name = "")
    {
        if (value is > 0 and < 1) return value;
        throw new ArgumentOutOfRangeException(name, value, "A confidence level lies between 0 and 1, for example 0.95.");
    }
}
