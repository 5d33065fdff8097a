using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>What each customer adds to the figures of an analysis, found by asking the analysis about that customer alone. Works for every analysis, a user's own included.</summary>
internal static class CustomerContributions
{
    private const int CustomersBetweenChecks = 4096;

    public static void Fill(List<FigureRow> rows, Analysis measure, StagedLog baseline, StagedLog candidate, CustomerPairs customers, CancellationToken cancellationToken)
    {
        Dictionary<(string?, string), FigureRow> byFigure = rows.ToDictionary(row => row.Key);
        foreach (FigureRow row in rows) row.Contributions = [];
        int asked = 0;
        foreach ((int before, int after) in customers.All)
        {
            if (asked++ % CustomersBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            Dictionary<FigureRow, ClusterContribution> own = [];
            foreach ((FigureRow row, double sum, long count) in Of(measure, baseline, before, byFigure))
                own[row] = new ClusterContribution(sum, count, 0, 0);
            foreach ((FigureRow row, double sum, long count) in Of(measure, candidate, after, byFigure))
                own[row] = own.GetValueOrDefault(row) with { CandidateSum = sum, CandidateCount = count };
            foreach ((FigureRow row, ClusterContribution contribution) in own) row.Contributions!.Add(contribution);
        }
    }

    private static IEnumerable<(FigureRow Row, double Sum, long Count)> Of(
        Analysis measure, StagedLog log, int customer, Dictionary<(string?, string), FigureRow> byFigure)
    {
        if (customer < 0) return [];
        CustomerTrace trace = log.TraceOf(customer);
        if (trace.Length == 0 && !measure.IncludesCustomersWithoutEvents) return [];
        Accumulator accumulator = measure.CreateUntypedAccumulator(log.Schema);
        accumulator.Add(trace);
        return
        [
            .. FigureRow.Figures(measure, accumulator.ToUntypedResult())
                .Where(figure => figure.Figure.Sample.Count > 0)
                .Select(figure => (byFigure[(figure.Group, figure.Figure.Name)], SumOf(figure.Figure.Sample), figure.Figure.Sample.Count)),
        ];
    }

    private static double SumOf(Sample sample) => sample switch
    {
        ShareSample share => share.Hits,
        NetSample net => net.Positive - net.Negative,
        MeanSample mean => mean.Sum,
        _ => throw new ArgumentException($"A sample of kind {sample.GetType().Name} has no sum.", nameof(sample)),
    };
}
