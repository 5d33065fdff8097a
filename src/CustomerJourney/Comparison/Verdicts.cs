using System.Globalization;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>Sentences that say no more than the figures do.</summary>
internal static class Verdicts
{
    public const string PercentagePoints = "percentage points";

    private const int SmallGroup = 30;

    // A net score varies more than a share: Lewis and Sauro (2021) ask for about so many answers on each side before two are compared.
    private const int SmallNetGroup = 100;

    public static Difference Judge(Difference difference, FigureRow row, int tests, double level)
    {
        bool shown = difference.Test is { } test && test.AdjustedPValue < 1 - level;
        return difference with { IsShown = shown, Verdict = Sentence(difference, row, shown, tests, level) };
    }

    public static IReadOnlyList<string> Warnings(long shared, IReadOnlyList<FigureRow> rows)
    {
        List<string> warnings = [];
        if (rows.Count == 0) warnings.Add("Nothing was compared: neither side has survey answers, and the maps share no two neighboring stages. Name measures in the options.");
        if (shared > 0) warnings.Add(Text($"{shared} {(shared == 1 ? "customer stands" : "customers stand")} on both sides; in figures to which they add on both, differences are taken customer by customer."));
        int small = rows.Count(row => IsBelow(row, SmallGroup));
        if (small > 0) warnings.Add(Text($"{small} of {rows.Count} rows {(small == 1 ? "rests" : "rest")} on fewer than {SmallGroup} observations on one side: wide intervals and weak tests."));
        int net = rows.Count(row => row.IsNetShare && IsBelow(row, SmallNetGroup) && !IsBelow(row, SmallGroup));
        if (net > 0) warnings.Add(Text($"{net} of {rows.Count} rows {(net == 1 ? "compares a net score" : "compare net scores")} of fewer than {SmallNetGroup} answers on one side: only large differences can be shown."));
        return warnings;

        static bool IsBelow(FigureRow row, int count) => (row.BaselineCount > 0 && row.BaselineCount < count) || (row.CandidateCount > 0 && row.CandidateCount < count);
    }

    private static string Sentence(Difference difference, FigureRow row, bool shown, int tests, double level)
    {
        string name = DifferenceTable.NameOf(difference);
        if (row.IsBaselineWithheld && row.IsCandidateWithheld) return $"{name}: neither side has a value; their results say why.";
        if (row.IsBaselineWithheld) return $"{name}: the baseline has no value; its result says why.";
        if (row.IsCandidateWithheld) return $"{name}: the candidate has no value; its result says why.";
        if (row.BaselineCount == 0 && row.CandidateCount == 0) return $"{name}: no data on either side.";
        if (row.BaselineCount == 0) return $"{name}: no data in the baseline.";
        if (row.CandidateCount == 0) return $"{name}: no data in the candidate.";
        if (row.OtherUnits is { } units) return $"{name}: the baseline is in {units.Baseline}, the candidate in {units.Candidate}; measure both in one unit to compare them.";
        if (difference.Change is not { } change || difference.Test is not { } test) return $"{name}: too few observations, or no variation, for a test.";
        double scale = difference.Unit == PercentagePoints ? 100 : 1;
        string by = Number(Math.Abs(change.Value * scale)) + (difference.Unit.Length > 0 ? $" {difference.Unit}" : "");
        string interval = Text($"{level * 100:0.############} % interval {Signed(change.Lower * scale)} to {Signed(change.Upper * scale)}{(shown || difference.Unit.Length == 0 ? "" : " " + difference.Unit)}");
        string p = $"{PValue(test.AdjustedPValue)}{(tests > 1 && test.AdjustedPValue > test.PValue ? Text($" after correction for {tests} tests") : "")}";
        return (shown
            ? $"{name} is {(change.Value > 0 ? "higher" : "lower")} by {by} ({interval}; {p})."
            : $"{name}: no difference is shown ({interval}; {p}).") + Doubt(change, test, level);
    }

    /// <summary>An approximate interval and an exact test can part near the threshold, and with few answers farther from it; readers who see it are told which of them decides.</summary>
    private static string Doubt(Estimate change, TestResult test, double level) => (change.Lower > 0 || change.Upper < 0) == test.PValue < 1 - level
        ? ""
        : $" The interval ({change.Method}) and the test ({test.Method}) disagree about 0; the test decides.";

    private static string PValue(double p) => p < 0.001 ? "p < 0.001" : Text($"p = {p:0.000}");

    private static string Signed(double value)
    {
        string size = Number(Math.Abs(value));
        return size == "0" ? size : (value < 0 ? "-" : "+") + size;
    }

    /// <summary>Two decimals are enough for points, but a smaller size that is not rounding must not read as 0.</summary>
    private static string Number(double size)
    {
        const double Rounding = 1e-9, Small = 0.01;
        return size < Rounding ? "0" : size.ToString(size < Small ? "G2" : "0.##", CultureInfo.InvariantCulture);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
