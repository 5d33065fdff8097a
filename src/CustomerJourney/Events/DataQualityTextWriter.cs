using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>Writes a result for a console.</summary>
internal static class DataQualityTextWriter
{
    private const string NotAsked = "–";

    public static string Write(DataQualityResult result)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{result.Title}{(result.Range is TimeRange range ? $", {range}" : "")}\n");
        foreach (var figure in result.Figures())
            text.Append(CultureInfo.InvariantCulture, $"{Count(figure.Count),14} {figure.What}{(figure.Share is double share ? $" ({Share(share)})" : "")}\n");
        if (result.Gaps.Count > 0) text.Append("Days without events\n");
        foreach (TrackingGap gap in result.Gaps) text.Append(CultureInfo.InvariantCulture, $"{Count(gap.Days),14} {Days(gap)}\n");
        if (result.UnknownEventNames.Count > 0) text.Append("Not known to the map\n");
        foreach (NameCount name in result.UnknownEventNames) text.Append(CultureInfo.InvariantCulture, $"{Count(name.Count),14} {VisibleText.Of(name.Name)}\n");
        if (result.SuspectedBots.Count > 0) text.Append("Suspected bots\n");
        foreach (SuspectedBot bot in result.SuspectedBots) text.Append(CultureInfo.InvariantCulture, $"{Count(bot.Events),14} {VisibleText.Of(bot.Customer)}: {Rates(bot)}\n");
        if (result.Reading is { } reading) text.Append("Reading\n").Append(reading.ToText());
        return text.ToString();
    }

    public static string Count(long? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? NotAsked;

    public static string Share(double share) => share.ToString("0.##%", CultureInfo.InvariantCulture);

    public static string Days(TrackingGap gap) => gap.First == gap.Last
        ? gap.First.ToString("O", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{gap.First:O} to {gap.Last:O}");

    public static string Rates(SuspectedBot bot) => string.Create(CultureInfo.InvariantCulture, $"at most {bot.MostInOneMinute:N0} in a minute, {bot.MostInOneDay:N0} in a day");
}
