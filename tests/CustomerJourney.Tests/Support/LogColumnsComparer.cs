using System.Collections;
using System.Globalization;
using System.Reflection;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Support;

/// <summary>Compares logs bit for bit: ids, names and every column that there is, so that a column added later is compared too.</summary>
internal static class LogColumnsComparer
{
    public static void Same(JourneyLog expected, JourneyLog actual)
    {
        Assert.Null(Difference(expected, actual));
    }

    /// <summary>The first difference in words; null where the logs are the same.</summary>
    public static string? Difference(JourneyLog expected, JourneyLog actual) =>
        Difference(expected.CustomerArray, actual.CustomerArray, "customers")
        ?? Difference(expected.Schema.Events.ToArray(), actual.Schema.Events.ToArray(), "event names")
        ?? Difference(expected.Schema.Channels.ToArray(), actual.Schema.Channels.ToArray(), "channel names")
        ?? Difference(expected.Range, actual.Range, "range")
        ?? Difference(expected.Columns, actual.Columns, "columns");

    private static string? Difference(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null) return expected is null && actual is null ? null : $"{path}: {Text(expected)} and {Text(actual)}";
        if (expected is IList list) return DifferenceOfLists(list, (IList)actual, path);
        if (expected is LogColumns or SilenceColumn or FeedbackColumn or MoneyColumn or AttributeColumn)
        {
            foreach (PropertyInfo property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (Difference(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}") is { } found) return found;
            }

            return null;
        }

        bool same = expected is double number
            ? BitConverter.DoubleToInt64Bits(number) == BitConverter.DoubleToInt64Bits((double)actual)
            : expected.Equals(actual);
        return same ? null : $"{path}: {Text(expected)} and {Text(actual)}";
    }

    private static string? DifferenceOfLists(IList expected, IList actual, string path)
    {
        if (expected.Count != actual.Count) return $"{path}: {expected.Count} and {actual.Count} items";
        for (int index = 0; index < expected.Count; index++)
        {
            if (Difference(expected[index], actual[index], $"{path}[{index}]") is { } found) return found;
        }

        return null;
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "nothing";
}
