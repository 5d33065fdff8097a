using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomerJourney.Building.Documents;

/// <summary>Durations of documents: ISO 8601 in whole numbers, <c>P7D</c>, <c>PT1H30M</c>. A year counts 365 days and a month 30, as in <see cref="System.Xml.XmlConvert"/>.</summary>
internal static partial class IsoDuration
{
    public const string Zero = "P0D";

    public const string Rule = "allowed is an ISO 8601 duration in whole numbers such as P7D or PT1H30M";

    public static TimeSpan? Parse(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success) return null;
        decimal seconds = 0;
        foreach ((string part, decimal length) in (ReadOnlySpan<(string, decimal)>)[("Y", 31_536_000), ("Mo", 2_592_000), ("W", 604_800), ("D", 86_400), ("H", 3_600), ("M", 60), ("S", 1)])
        {
            Group group = match.Groups[part];
            if (!group.Success) continue;
            if (group.Length > 12) return null;
            seconds += decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) * length;
        }

        return seconds > TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond ? null : TimeSpan.FromTicks((long)seconds * TimeSpan.TicksPerSecond);
    }

    /// <summary>Days, hours, minutes and seconds; only the parts that are not zero.</summary>
    public static string ToText(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero) return Zero;
        StringBuilder text = new("P");
        if (duration.Days > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Days}D");
        if (duration.Hours > 0 || duration.Minutes > 0 || duration.Seconds > 0) text.Append('T');
        if (duration.Hours > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Hours}H");
        if (duration.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Minutes}M");
        if (duration.Seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Seconds}S");
        return text.ToString();
    }

    [GeneratedRegex(@"\AP(?=.)(?:(?<Y>[0-9]+)Y)?(?:(?<Mo>[0-9]+)M)?(?:(?<W>[0-9]+)W)?(?:(?<D>[0-9]+)D)?(?:T(?=.)(?:(?<H>[0-9]+)H)?(?:(?<M>[0-9]+)M)?(?:(?<S>[0-9]+)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
