using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>What to compare and at which level. Equal by value.</summary>
public sealed record ComparisonOptions
{
    /// <summary>The options that are used where none are given.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>
    /// The measures to compare. By default each of NPS, CSAT and CES that either side has answers for, overall and by stage, and for each stage of the map
    /// the share of its customers who reach the next one within a quarter of the time for which the side watched shorter was watched. Where only a <see cref="Primary"/> measure is named, that one alone is compared.
    /// </summary>
    public IReadOnlyList<Analysis> Measures
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (Analysis measure in value) ArgumentNullException.ThrowIfNull(measure, nameof(value));
            field = [.. value];
        }
    } = [];

    /// <summary>The one measure that the comparison is made for: its first figure is tested alone, the others are corrected among themselves. It is compared even where it is not among <see cref="Measures"/>.</summary>
    public Analysis? Primary { get; init; }

    /// <summary>The confidence level of intervals and, as 1 − level, the threshold of corrected p-values; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    public bool Equals(ComparisonOptions? other) =>
        other is not null && Measures.SequenceEqual(other.Measures) && Equals(Primary, other.Primary) && Level.Equals(other.Level);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Measures.Count, Primary, Level);
}
