using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>One measure on one side: its figures, and what each customer adds to them.</summary>
internal sealed class MeasuredSide
{
    private readonly Analysis _measure;
    private readonly StagedLog _log;
    private readonly Accumulator _whole;
    private readonly Dictionary<(string Place, int Number), FigureRow> _rows = [];

    public MeasuredSide(Analysis measure, StagedLog log, Accumulator whole)
    {
        _measure = measure;
        _log = log;
        _whole = whole;
        Figures = PlacedFigure.Of(measure, whole.ToUntypedResult());
    }

    public IReadOnlyList<PlacedFigure> Figures { get; }

    /// <summary>Says to which row a figure of this side belongs.</summary>
    public void Bind(PlacedFigure figure, FigureRow row) => _rows.Add((figure.Place, figure.Number), row);

    /// <summary>What a customer adds to each row, found by asking the measure about that customer alone. Works for every analysis, a user's own included.</summary>
    /// <param name="customer">The number of the customer in the log; -1 for one who is not there.</param>
    public IEnumerable<(FigureRow Row, double Sum, long Count, double Denominator)> Of(int customer)
    {
        if (customer < 0) return [];
        CustomerTrace trace = _log.TraceOf(customer);
        if (trace.Length == 0 && !_measure.IncludesCustomersWithoutEvents) return [];
        Accumulator accumulator = _whole.CreateSibling(_measure, _log.Schema);
        accumulator.Add(trace);
        List<(FigureRow, double, long, double)> added = [];
        foreach (ResultPart part in accumulator.Parts()) Take(part, added);
        return added;
    }

    private void Take(ResultPart part, List<(FigureRow, double, long, double)> added)
    {
        IReadOnlyList<Figure> figures = ((IComparableResult)part.Result!).Figures;
        for (int number = 0; number < figures.Count; number++)
        {
            Sample sample = figures[number].Sample;
            if (sample.Count == 0) continue;
            if (!_rows.TryGetValue((part.Place, number), out FigureRow? row))
                throw new ArgumentException($"{_measure} cannot be compared: its result for one customer has a figure that the result for all of them has not. Give the same figures in the same order always.");
            added.Add((row, SumOf(sample), sample.Count, sample is RatioSample ratio ? ratio.Denominator : sample.Count));
        }
    }

    private static double SumOf(Sample sample) => sample switch
    {
        ShareSample share => share.Hits,
        NetSample net => net.Positive - net.Negative,
        MeanSample mean => mean.Sum,
        RatioSample ratio => ratio.Numerator,
        _ => throw new ArgumentException($"A sample of kind {sample.GetType().Name} has no sum.", nameof(sample)),
    };
}
