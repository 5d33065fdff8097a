using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>What to heed in groups, of which there may be many.</summary>
internal static class GroupRemarks
{
    private const int Most = 10;

    /// <summary>The first ten of many remarks, and how many more there are.</summary>
    public static IReadOnlyList<string> First(IReadOnlyList<string> remarks)
    {
        int left = remarks.Count - Most;
        return left <= 0 ? remarks : [.. remarks.Take(Most), string.Create(CultureInfo.InvariantCulture, $"{left} more {(left == 1 ? "remark" : "remarks")} on groups; see their results.")];
    }
}
