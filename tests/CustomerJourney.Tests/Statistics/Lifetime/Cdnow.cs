using System.Globalization;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Statistics.Lifetime;

/// <summary>The sample of 2,357 customers of CDNOW, in weeks, 39 of them observed (shared/data/cdnow).</summary>
internal static class Cdnow
{
    public static string[] Path { get; } = ["data", "cdnow", "cdnow_cbs_btyd.csv"];

    // x, t_x, T, x in the 39 weeks after, mean value.
    public static double[][] Rows() =>
        [.. File.ReadLines(SharedFolder.File(Path)).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

    public static CustomerSummary[] Customers() => [.. Rows().Select(row => CustomerSummary.Create((int)row[0], row[1], row[2]))];

    public static SpendSummary[] Spending() => [.. Rows().Select(row => SpendSummary.Create((int)row[0], row[0] == 0 ? 0 : row[4]))];
}
