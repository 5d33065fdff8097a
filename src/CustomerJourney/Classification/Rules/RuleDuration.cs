using System.Globalization;
using System.Text.RegularExpressions;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Classification.Rules;

/// <summary>Durations of rules in documents: those of maps (<see cref="IsoDuration"/>), and fractions of the second, <c>PT0.5S</c>, since an event log has them.</summary>
internal static partial class RuleDuration
{
    public const string Allowed = "an ISO 8601 duration such as P7D or PT1H30M, its seconds with at most seven decimals";

    private const int DecimalsOfTick = 7;

    public static TimeSpan? Parse(string text)
    {
        Match fraction = Fraction().Match(text);
        if (!fraction.Success) return IsoDuration.Parse(text);
        if (IsoDuration.Parse($"{fraction.Groups["whole"].Value}S") is not { } whole) return null;
        long ticks = long.Parse(fraction.Groups["decimals"].Value.PadRight(DecimalsOfTick, '0'), CultureInfo.InvariantCulture);
        return ticks > TimeSpan.MaxValue.Ticks - whole.Ticks ? null : whole + TimeSpan.FromTicks(ticks);
    }

    /// <summary>The one spelling of a duration that is written; positive.</summary>
    public static string ToText(TimeSpan duration)
    {
        long ticks = duration.Ticks % TimeSpan.TicksPerSecond;
        if (ticks == 0) return IsoDuration.ToText(duration);
        string decimals = ticks.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0');
        TimeSpan minutes = TimeSpan.FromTicks(duration.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
        string before = minutes == TimeSpan.Zero ? "P" : IsoDuration.ToText(minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{before}{(before.Contains('T', StringComparison.Ordinal) ? "" : "T")}{duration.Seconds}.{decimals}S");
    }

    [GeneratedRegex(@"\A(?<whole>P.*[0-9])\.(?<decimals>[0-9]{1,7})S\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Fraction();
}
