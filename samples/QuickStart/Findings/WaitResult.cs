using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>A mean wait in hours. As a comparable result it can be grouped, compared and reported like the library's own.</summary>
internal sealed record WaitResult : IComparableResult
{
    public required string Title { get; init; }

    public required MeanSample Hours { get; init; }

    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Hours }];

    public ResultTable ToTable() => new()
    {
        Columns = [new() { Name = "Mean hours", Kind = ResultColumnKind.Number }, new() { Name = "Customers", Kind = ResultColumnKind.Count }],
        Rows = [[Hours.Value, Hours.Count]],
    };
}
