using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Analytics;

/// <summary>Cohorts with their curves, and the pooled curve.</summary>
public sealed record RetentionResult : IComparableResult
{
    private const int SmallCohort = 30;

    /// <summary>The question that is answered here.</summary>
    public required Retention Definition { get; init; }

    /// <summary>The cohorts, from the first period in which a customer began to the last; empty ones between them included.</summary>
    public required IReadOnlyList<RetentionCohort> Cohorts { get; init; }

    /// <summary>
    /// For each number of periods, the share of customers active so much later over all cohorts whose period has ended, with its Wilson interval; <see langword="null"/> where none has.
    /// The curve need not fall all the way: fewer cohorts have reached the later periods.
    /// </summary>
    public IReadOnlyList<Estimate?> Pooled => [.. Enumerable.Range(0, Definition.Periods + 1).Select(period => Sample(period).Estimate(Definition.Level))];

    /// <inheritdoc/>
    public string Title => "Retention";

    /// <summary>How many cohorts are too small for their shares to say much.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            int cohorts = Cohorts.Count(cohort => cohort.Size > 0), small = Cohorts.Count(cohort => cohort.Size is > 0 and < SmallCohort);
            return small == 0 ? [] :
            [
                string.Create(CultureInfo.InvariantCulture, $"{small} of {cohorts} {(cohorts == 1 ? "cohort" : "cohorts")} {(small == 1 ? "has" : "have")} fewer than {SmallCohort} customers: single shares of such cohorts vary widely."),
            ];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures =>
    [
        .. Enumerable.Range(1, Definition.Periods).Select(period => new Figure
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"back after {period} {Definition.Unit}{(period == 1 ? "" : "s")}").ToLowerInvariant(),
            Sample = Sample(period),
        }),
    ];

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Cohort", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
            .. Enumerable.Range(0, Shown + 1).Select(period => new ResultColumn { Name = string.Create(CultureInfo.InvariantCulture, $"+{period}"), Kind = ResultColumnKind.Share }),
        ],
        Rows =
        [
            .. Cohorts.Select(cohort => (IReadOnlyList<object?>)[cohort.Name, cohort.Size, .. Enumerable.Range(0, Shown + 1).Select(period => (object?)cohort.Share(period))]),
            [BreakdownTable.TotalName, Cohorts.Sum(cohort => cohort.Size), .. Pooled.Take(Shown + 1).Select(share => (object?)share?.Value)],
        ],
        BaseColumn = "Customers",
    };

    /// <summary>The last period of which any cohort has seen something: columns after it would be empty.</summary>
    private int Shown => Cohorts.Select(cohort => cohort.ReturnedSoFar.Count(seen => seen is not null) - 1).DefaultIfEmpty(0).Max();

    private ShareSample Sample(int period)
    {
        long returned = 0, size = 0;
        foreach (RetentionCohort cohort in Cohorts)
        {
            if (cohort.Returned[period] is not long count) continue;
            returned += count;
            size += cohort.Size;
        }

        return new ShareSample(returned, size);
    }
}
