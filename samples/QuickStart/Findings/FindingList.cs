using System.Globalization;
using CustomerJourney.Events;

namespace QuickStart.Findings;

/// <summary>What the search found, the surest first. As a journey result it goes into a report like any other.</summary>
internal sealed record FindingList : IJourneyResult
{
    /// <summary>How many comparisons were made.</summary>
    public required int Tests { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public string Title => "What stands out";

    /// <summary>How the search was made, and so what a finding is worth.</summary>
    public string Explanation => Tests == 0
        ? $"Nothing can be compared: no two groups of at least {FindingSearch.SmallestGroup} customers."
        : string.Create(CultureInfo.InvariantCulture, $"{(Findings.Count == 0 ? "Nothing stands out. " : "")}{Tests:N0} comparisons were made.\n{FindingSearch.Rule}");

    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Finding", Kind = ResultColumnKind.Text },
            new() { Name = "Here", Kind = ResultColumnKind.Text },
            new() { Name = "Elsewhere", Kind = ResultColumnKind.Text },
            new() { Name = "Change", Kind = ResultColumnKind.Text },
            new() { Name = "Customers", Kind = ResultColumnKind.Count },
            new() { Name = "p (Holm)", Kind = ResultColumnKind.PValue },
            new() { Name = "Also in", Kind = ResultColumnKind.Text },
        ],
        Rows =
        [
            .. Findings.Select(finding => (IReadOnlyList<object?>)
            [
                finding.About.Headline, finding.Here, finding.There, finding.ChangeText, finding.About.Here.Count, finding.AdjustedPValue,
                finding.AlsoIn.Count == 0 ? null : string.Join(", ", finding.AlsoIn),
            ]),
        ],
    };
}
