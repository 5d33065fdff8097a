using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>Reads the fields of a case's input. A missing field or a number of the wrong kind throws, and fails the case.</summary>
internal static class InputExtensions
{
    extension(JsonElement input)
    {
        public long Whole(string name) => input.GetProperty(name).GetInt64();

        public double Number(string name) => input.GetProperty(name).GetDouble();

        public double[] Numbers(string name) => [.. input.GetProperty(name).EnumerateArray().Select(element => element.GetDouble())];

        public long[] Wholes(string name) => [.. input.GetProperty(name).EnumerateArray().Select(element => element.GetInt64())];

        public double[][] Rows(string name) => [.. input.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(element => element.GetDouble()).ToArray())];

        public long[][] WholeRows(string name) => [.. input.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(element => element.GetInt64()).ToArray())];

        public string[] Texts(string name) => [.. input.GetProperty(name).EnumerateArray().Select(element => element.GetString() ?? throw new FormatException($"A text of '{name}' is null."))];

        public Alternative Alternative() => input.GetProperty("alternative").GetString() switch
        {
            "two-sided" => Statistics.Alternative.TwoSided,
            "less" => Statistics.Alternative.Less,
            "greater" => Statistics.Alternative.Greater,
            string other => throw new FormatException($"There is no alternative '{other}'."),
            null => throw new FormatException("The alternative is null."),
        };
    }
}
