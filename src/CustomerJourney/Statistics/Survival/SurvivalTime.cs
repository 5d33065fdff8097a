using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

/// <summary>The checks of one case's times and flags.</summary>
internal static class SurvivalTime
{
    public static bool IsValid(double time) => time >= 0 && double.IsFinite(time);

    public static void Check(double time, string name, string place = "")
    {
        if (!IsValid(time))
            throw new ArgumentOutOfRangeException(name, time, $"A time under observation is finite and not negative{place}. Measure it from the start of the case; leave out cases that have not started.");
    }

    public static void CheckEntry(double entry, double time, string name, string place = "")
    {
        Check(entry, name, place);
        if (entry >= time)
            throw new ArgumentOutOfRangeException(name, entry, string.Create(CultureInfo.InvariantCulture, $"A case comes under observation before it leaves, which is at time {time}{place}: give an entry below that, or leave the case out."));
    }

    public static bool IsEvent(int flag, string name, int index) => flag switch
    {
        0 => false,
        1 => true,
        _ => throw new ArgumentOutOfRangeException(name, flag, string.Create(CultureInfo.InvariantCulture, $"The flag of case {index} (counted from 0) is {flag}; it must be 1 for an event or 0 for a case that was still going on. Were durations given in the place of flags?")),
    };

    public static string At(int index) => string.Create(CultureInfo.InvariantCulture, $" (case {index}, counted from 0)");
}
