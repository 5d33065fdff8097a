using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace CustomerJourney.Conformance;

/// <summary>Holds an answer against what is expected of a case.</summary>
internal static class Comparer
{
    /// <summary>One line for each value that is missing or different; empty when the case passes.</summary>
    public static IReadOnlyList<string> Differences(OracleCase oracle, Answer answer)
    {
        List<string> differences = [];
        foreach (JsonProperty property in oracle.Expected.EnumerateObject())
        {
            if (!answer.TryGetValue(property.Name, out object? got)) differences.Add($"{property.Name}: expected {Show(property.Value)}, the library gives no such value");
            else if (!Matches(property.Value, got, oracle)) differences.Add($"{property.Name}: expected {Show(property.Value)}, got {Show(got)}");
        }

        return differences;
    }

    private static bool Matches(JsonElement expected, object? got, OracleCase oracle) => expected.ValueKind switch
    {
        JsonValueKind.Null => got is null,
        JsonValueKind.True => got is true,
        JsonValueKind.False => got is false,
        JsonValueKind.Number => MatchesNumber(expected.GetDouble(), got, oracle),
        JsonValueKind.String => MatchesText(expected.GetString()!, got),
        JsonValueKind.Array => got is IEnumerable list and not string && MatchesList(expected, list, oracle),
        JsonValueKind.Object => got is Answer answer && Differences(oracle with { Expected = expected }, answer).Count == 0,
        _ => false,
    };

    private static bool MatchesNumber(double expected, object? got, OracleCase oracle) => got switch
    {
        long whole when expected == Math.Floor(expected) => whole == expected,
        long whole => Near(expected, whole, oracle),
        double number => Near(expected, number, oracle),
        _ => false,
    };

    private static bool Near(double expected, double got, OracleCase oracle) =>
        Math.Abs(got - expected) <= Math.Max(oracle.AbsoluteTolerance, oracle.RelativeTolerance * Math.Abs(expected));

    private static bool MatchesText(string expected, object? got) => got switch
    {
        double number => expected switch
        {
            "Infinity" => double.IsPositiveInfinity(number),
            "-Infinity" => double.IsNegativeInfinity(number),
            _ => false,
        },
        string text => text == expected,
        _ => false,
    };

    private static bool MatchesList(JsonElement expected, IEnumerable got, OracleCase oracle)
    {
        List<object?> items = [.. got.Cast<object?>()];
        if (items.Count != expected.GetArrayLength()) return false;
        int i = 0;
        foreach (JsonElement element in expected.EnumerateArray())
            if (!Matches(element, items[i++], oracle)) return false;
        return true;
    }

    private static string Show(JsonElement element) => Shorten(element.GetRawText());

    private static string Show(object? value) => value switch
    {
        null => "no value",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        IEnumerable list => Shorten($"[{string.Join(", ", list.Cast<object?>().Select(Show))}]"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Shorten(string text) => text.Length <= 200 ? text : $"{text[..200]}…";
}
