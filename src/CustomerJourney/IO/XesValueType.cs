using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The XES type of an attribute: the narrowest one in which all its values are written exactly as they stand, so that a tool which reads numbers gives back the same text.</summary>
internal static class XesValueType
{
    private const string String = "string";

    public static string Of(AttributeColumn attribute)
    {
        (string Type, Func<string, bool> Holds)[] types = [("int", IsInteger), ("float", IsFloat), ("boolean", value => value is "true" or "false"), ("date", IsDate), ("id", IsGuid)];
        if (attribute.Values.Length == 0) return String;
        foreach ((string type, Func<string, bool> holds) in types)
        {
            if (Array.TrueForAll(attribute.Values, value => holds(value))) return type;
        }

        return String;
    }

    public static bool IsGuid(string value) => value.Length == 36 && Guid.TryParseExact(value, "D", out _);

    private static bool IsInteger(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number.ToString(CultureInfo.InvariantCulture) == value;

    private static bool IsFloat(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number.ToString("R", CultureInfo.InvariantCulture) == value;

    private static bool IsDate(string value) =>
        value.Length >= "2026-01-01T00:00:00Z".Length && value[10] == 'T' && (value[^1] == 'Z' || (value[^6] is '+' or '-' && value[^3] == ':'))
        && DateTimeOffset.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
