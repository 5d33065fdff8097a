namespace CustomerJourney.Analytics;

/// <summary>The customers who began in one calendar period, and how many of them were active in the periods after it.</summary>
public sealed record RetentionCohort
{
    /// <summary>The first day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The name of the period, for example "2026-03".</summary>
    public required string Name { get; init; }

    /// <summary>The customers who began in the period.</summary>
    public required long Size { get; init; }

    /// <summary>The customers active so many periods later: index 0 is the cohort itself. <see langword="null"/> for a period that was not observed to its end.</summary>
    public required IReadOnlyList<long?> Returned { get; init; }

    /// <summary>As <see cref="Returned"/>, with what was seen so far of the period in which observation ended; <see langword="null"/> only for periods that had not begun.</summary>
    public required IReadOnlyList<long?> ReturnedSoFar { get; init; }

    /// <summary>The share of the cohort active so many periods later, 0…1; <see langword="null"/> for an open period or an empty cohort.</summary>
    /// <param name="period">The number of periods later.</param>
    public double? Share(int period) => Size == 0 ? null : (double?)Returned[period] / Size;
}
