using System.Globalization;

namespace CustomerJourney.Reporting;

/// <summary>Figures as people read them.</summary>
internal static class FigureText
{
    private const string Infinity = "∞";

    public static string Share(double share, int decimals, CultureInfo culture) =>
        double.IsFinite(share) ? Rounded(share, decimals + 2).ToString(string.Create(CultureInfo.InvariantCulture, $"P{decimals}"), culture) : Infinite(share, culture);

    public static string Number(double number, int decimals, CultureInfo culture) =>
        double.IsFinite(number) ? Rounded(number, decimals).ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), culture) : Infinite(number, culture);

    public static string PValue(double p, CultureInfo culture) =>
        p is >= 0 and < 0.001 ? $"< {Number(0.001, 3, culture)}" : Number(p, 3, culture);

    /// <summary>The two largest units, rounded half up to the smaller: "2 d 3 h", "4 min", "350 ms".</summary>
    public static string Duration(TimeSpan duration, PageContext context)
    {
        ReportTexts texts = context.Texts;
        Int128 ticks = Int128.Abs(duration.Ticks);
        string text =
            Pair(ticks, TimeSpan.TicksPerDay, texts.Days, TimeSpan.TicksPerHour, texts.Hours, context)
            ?? Pair(ticks, TimeSpan.TicksPerHour, texts.Hours, TimeSpan.TicksPerMinute, texts.Minutes, context)
            ?? Pair(ticks, TimeSpan.TicksPerMinute, texts.Minutes, TimeSpan.TicksPerSecond, texts.Seconds, context)
            ?? (ticks == 0 ? $"0 {texts.Seconds}" : null)
            ?? Pair(ticks, TimeSpan.TicksPerSecond, texts.Seconds, TimeSpan.TicksPerMillisecond, texts.Milliseconds, context)
            ?? $"{Count(RoundedTo(ticks, TimeSpan.TicksPerMillisecond), context)} {texts.Milliseconds}";
        return duration < TimeSpan.Zero ? context.Culture.NumberFormat.NegativeSign + text : text;
    }

    private static string? Pair(Int128 ticks, long large, string largeName, long small, string smallName, PageContext context)
    {
        Int128 smalls = RoundedTo(ticks, small);
        Int128 perLarge = large / small;
        if (smalls < perLarge) return null;
        (Int128 count, Int128 rest) = (smalls / perLarge, smalls % perLarge);
        return rest == 0 ? $"{Count(count, context)} {largeName}" : $"{Count(count, context)} {largeName} {Count(rest, context)} {smallName}";
    }

    private static Int128 RoundedTo(Int128 ticks, long unit) => (ticks + (unit / 2)) / unit;

    private static string Count(Int128 count, PageContext context) => count.ToString("N0", context.Culture);

    /// <summary>Without the sign that a small negative figure would keep when it is rounded to zero.</summary>
    private static double Rounded(double value, int decimals) => Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : value;

    private static string Infinite(double value, CultureInfo culture) => value < 0 ? culture.NumberFormat.NegativeSign + Infinity : Infinity;
}
