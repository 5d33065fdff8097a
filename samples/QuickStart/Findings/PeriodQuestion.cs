using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>
/// Is a figure worse in one week (or month) than in the others, for the same channel (or persona)? Comparing a group with itself keeps
/// differences between groups out. Both dimensions are of customers, so each customer stands on one side only and the tests are valid.
/// </summary>
internal sealed record PeriodQuestion<T> : Question
    where T : IComparableResult
{
    public required Analysis<T> Figure { get; init; }

    public required CustomerDimension Period { get; init; }

    /// <summary>"week", "month" …</summary>
    public required string PeriodWord { get; init; }

    public CustomerDimension? Group { get; init; }

    /// <summary>The word before the group: "on" a channel, "of" a persona.</summary>
    public string GroupWord { get; init; } = "on";

    public override Analysis Analysis => Breakdown;

    private Analysis<Breakdown<T>> Breakdown => Group is null ? Figure.By(Period) : Figure.By(Period, Group);

    public override IEnumerable<Suspicion> Compare(Measurements answers)
    {
        // Rows without a value are customers who never came to the moment: they have no period.
        var cells = answers.Of(Breakdown).Where(row => !row.IsNone)
            .Select(row => (Period: row.Group, Group: row.Column, row.Result.Figures[0].Sample)).ToArray();
        foreach (var cell in cells)
        {
            Sample here = cell.Sample;
            Sample there = Pool.Of(cells.Where(other => other.Group == cell.Group && other.Period != cell.Period).Select(other => other.Sample), here);
            string of = cell.Group is null ? "" : $" {GroupWord} {cell.Group}";
            yield return new Suspicion
            {
                Series = $"{Name}{of}",
                Question = Name,
                Group = cell.Group,
                Period = cell.Period,
                Headline = $"{Name}{of}, {PeriodWord} {cell.Period}",
                Wording = Wording,
                Elsewhere = $"in the other {PeriodWord}s",
                Unit = Unit,
                MoreIsBetter = MoreIsBetter,
                Here = here,
                There = there,
                Difference = SampleDifference.Between(there, here, level: 0.95),
            };
        }
    }
}
