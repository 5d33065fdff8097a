using System.Globalization;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>A comparison that stands out after all comparisons have been counted.</summary>
internal sealed record Finding
{
    public required Suspicion About { get; init; }

    /// <summary>The p-value corrected for all tests of the search.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Other periods of the same series that stand out too, less than this one.</summary>
    public required IReadOnlyList<string> AlsoIn { get; init; }

    public Estimate Change => About.Difference.Change!;

    public string Here => $"{About.Unit.Value(About.Here.Value!.Value)} {About.Wording}".TrimEnd();

    public string There => $"{About.Unit.Value(About.There.Value!.Value)} {About.Elsewhere}";

    public string ChangeText => About.Unit.Change(Change);

    /// <summary>The corrected p-value; so small ones are all the same to a reader.</summary>
    public string PValueText => AdjustedPValue < 0.0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {AdjustedPValue:0.0000}");

    /// <summary>How many customers stand on both sides.</summary>
    public string Customers => string.Create(CultureInfo.InvariantCulture, $"{About.Here.Count:N0} customers against {About.There.Count:N0}");
}
