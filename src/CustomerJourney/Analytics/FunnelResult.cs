using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Analytics;

/// <summary>Customers at each step of a <see cref="Funnel"/>, conversion, and time to convert.</summary>
public sealed record FunnelResult : IComparableResult
{
    /// <summary>The question that is answered here.</summary>
    public required Funnel Definition { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<FunnelStep> Steps { get; init; }

    /// <summary>The median time from the first step to the last of the customers who completed (for an even number the middle of the two, rounded down to a tick); <see langword="null"/> if nobody did.</summary>
    /// <remarks>Only those who converted have a time, so while windows are open it is biased to short ones.</remarks>
    public required TimeSpan? MedianTime { get; init; }

    /// <summary>The customers who took the first step.</summary>
    public long Entered => Steps[0].Reached;

    /// <summary>The customers who took the last step.</summary>
    public long Completed => Steps[^1].Reached;

    /// <summary>The share of customers with a closed window who completed, with its Wilson interval; <see langword="null"/> if no window has closed.</summary>
    public Estimate? Conversion => Share(Steps.Count - 1, 0);

    /// <inheritdoc/>
    public string Title => "Funnel";

    /// <summary>The conversion over all steps, then, where there are more than two, that of each step from the one before.</summary>
    public IReadOnlyList<Figure> Figures =>
    [
        FigureOf(Steps.Count - 1, 0),
        .. Steps.Count > 2 ? Enumerable.Range(1, Steps.Count - 1).Select(step => FigureOf(step, step - 1)) : [],
    ];

    /// <summary>The share of customers who took a step among those who took the step before it, windows closed, with its Wilson interval.</summary>
    /// <param name="step">The index of the step, 1 to one less than their number.</param>
    /// <returns>The share; <see langword="null"/> if nobody with a closed window took the step before.</returns>
    public Estimate? FromPrevious(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps.Count);
        return Share(step, step - 1);
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Step", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Reached", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Lost", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Open", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "From previous", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "From start", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "Lower", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "Upper", Kind = ResultColumnKind.Share },
        ],
        Rows = [.. Enumerable.Range(0, Steps.Count).Select(Row)],
        BaseColumn = "Reached",
        Chart = new ResultChart { LabelColumns = ["Step"], ValueColumn = "From start", LowerColumn = "Lower", UpperColumn = "Upper", Minimum = 0, Maximum = 1 },
    };

    private IReadOnlyList<object?> Row(int step)
    {
        FunnelStep row = Steps[step];
        Estimate? fromStart = Share(step, 0);
        return [row.Step.ToString(), row.Reached, row.Lost, row.Open, step == 0 ? null : Share(step, step - 1)?.Value, fromStart?.Value, fromStart?.Lower, fromStart?.Upper];
    }

    private Figure FigureOf(int step, int of) => new() { Name = $"{Steps[of].Step} to {Steps[step].Step}", Sample = Sample(step, of) };

    private Estimate? Share(int step, int of) => Sample(step, of).Estimate(Definition.Level);

    private ShareSample Sample(int step, int of) => new(Steps[step].ReachedInClosedWindows, Steps[of].ReachedInClosedWindows);
}
