using System.Globalization;

namespace CustomerJourney.Comparison;

/// <summary>Sentences that say no more than the figures do.</summary>
internal static class Verdicts
{
    public const string PercentagePoints = "percentage points";

    private const int SmallGroup = 30;

    public static Difference Judge(Difference difference, int tests, double level)
    {
        bool shown = difference.Test is { } test && test.AdjustedPValue < 1 - level;
        return difference with { IsShown = shown, Verdict = Sentence(difference, shown, tests, level) };
    }

    public static IReadOnlyList<string> Warnings(long shared, IReadOnlyList<Difference> differences)
    {
        List<string> warnings = [];
        if (shared > 0) warnings.Add(Text($"{shared} customers stand on both sides; all tests take their differences customer by customer."));
        int small = differences.Count(difference => difference.Baseline?.N < SmallGroup || difference.Candidate?.N < SmallGroup);
        if (small > 0) warnings.Add(Text($"{small} of {differences.Count} rows rest on fewer than {SmallGroup} observations on one side: their intervals are wide and their tests weak."));
        return warnings;
    }

    private static string Sentence(Difference difference, bool shown, int tests, double level)
    {
        string name = DifferenceTable.NameOf(difference);
        if (difference.Baseline is null && difference.Candidate is null) return $"{name}: no data on either side.";
        if (difference.Baseline is null) return $"{name}: no data in the baseline.";
        if (difference.Candidate is null) return $"{name}: no data in the candidate.";
        if (difference.Change is not { } change || difference.Test is not { } test) return $"{name}: too few observations, or no variation, for a test.";
        double scale = difference.Unit == PercentagePoints ? 100 : 1;
        string by = Text($"{Math.Abs(change.Value * scale):0.##}") + (difference.Unit.Length > 0 ? $" {difference.Unit}" : "");
        string interval = Text($"{level * 100:0.###} % interval {change.Lower * scale:+0.##;-0.##;0} to {change.Upper * scale:+0.##;-0.##;0}");
        string p = $"{PValue(test.AdjustedPValue)}{(tests > 1 && test.AdjustedPValue > test.PValue ? Text($" after correction for {tests} tests") : "")}";
        return shown
            ? $"{name} is {(change.Value > 0 ? "higher" : "lower")} by {by} ({interval}; {p})."
            : $"{name}: no difference is shown ({interval}; {p}).";
    }

    private static string PValue(double p) => p < 0.001 ? "p < 0.001" : Text($"p = {p:0.000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
