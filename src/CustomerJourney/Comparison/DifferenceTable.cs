using CustomerJourney.Events;

namespace CustomerJourney.Comparison;

/// <summary>Lays out differences as a table.</summary>
internal static class DifferenceTable
{
    public static string NameOf(Difference difference) => difference.Group is null ? difference.Measure : $"{difference.Measure}, {difference.Group}";

    public static ResultTable Of(IReadOnlyList<Difference> differences) => new()
    {
        Columns =
        [
            Column("Measure", ResultColumnKind.Text),
            Column("Group", ResultColumnKind.Text),
            Mixed("Baseline"),
            Column("n baseline", ResultColumnKind.Count),
            Mixed("Candidate"),
            Column("n candidate", ResultColumnKind.Count),
            Mixed("Change"),
            Mixed("Lower"),
            Mixed("Upper"),
            Column("p", ResultColumnKind.PValue),
            Column("Corrected p", ResultColumnKind.PValue),
            Column("Effect", ResultColumnKind.Number),
            Column("Effect measure", ResultColumnKind.Text),
            Column("Verdict", ResultColumnKind.Text),
        ],
        Rows = [.. differences.Select(Row)],
    };

    private static IReadOnlyList<object?> Row(Difference difference) =>
    [
        difference.Measure,
        difference.Group,
        difference.Baseline?.Value,
        difference.Baseline?.N,
        difference.Candidate?.Value,
        difference.Candidate?.N,
        difference.Change?.Value,
        difference.Change?.Lower,
        difference.Change?.Upper,
        difference.Test?.PValue,
        difference.Test?.AdjustedPValue,
        difference.Effect?.Value,
        difference.Effect?.Measure,
        difference.Verdict,
    ];

    /// <summary>Shares, scores and amounts of money stand below each other.</summary>
    private static ResultColumn Mixed(string name) => Column(name, ResultColumnKind.Number) with { IsMixed = true };

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };
}
