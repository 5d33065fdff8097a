namespace CustomerJourney.Statistics.Models;

/// <summary>Lists that callers cannot write into, over arrays that nobody else holds.</summary>
internal static class ReadOnlyRows
{
    public static IReadOnlyList<IReadOnlyList<double>> Of(double[][] rows) => Array.AsReadOnly<IReadOnlyList<double>>([.. rows.Select(Array.AsReadOnly)]);
}
