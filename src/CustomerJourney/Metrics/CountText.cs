using System.Globalization;

namespace CustomerJourney.Metrics;

/// <summary>Counts in sentences, where one is spoken of as one.</summary>
internal static class CountText
{
    /// <summary>So many of something: "1 answer", "2 answers".</summary>
    public static string Of(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>What so many are said to be.</summary>
    public static string Be(long count) => count == 1 ? "is" : "are";

    /// <summary>What so many are said to have.</summary>
    public static string Have(long count) => count == 1 ? "has" : "have";
}
