using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>Asks both sides and matches their figures.</summary>
internal static class MeasuredPair
{
    private const int CustomersBetweenChecks = 4096;

    /// <summary>The rows of all measures, in order. Each side is read once for the figures, and once more customer by customer where the sides are not independent.</summary>
    public static IReadOnlyList<FigureRow> Rows(
        StagedLog baseline, StagedLog candidate, IReadOnlyList<Analysis> measures, CustomerPairs customers, CancellationToken cancellationToken)
    {
        Accumulator[] before = baseline.Pass(measures, null, cancellationToken).Accumulators;
        Accumulator[] after = candidate.Pass(measures, null, cancellationToken).Accumulators;
        List<FigureRow> rows = [];
        for (int index = 0; index < measures.Count; index++)
        {
            MeasuredSide left = new(measures[index], baseline, before[index]), right = new(measures[index], candidate, after[index]);
            List<FigureRow> own = Match(measures[index], left, right);
            Contribute(own, left, right, customers, measures[index].CountsCustomersOnce, cancellationToken);
            rows.AddRange(own);
        }

        return rows;
    }

    private static List<FigureRow> Match(Analysis measure, MeasuredSide left, MeasuredSide right)
    {
        (string?, int, int)[] before = PlacedFigure.Keys(left.Figures), after = PlacedFigure.Keys(right.Figures);
        Dictionary<(string?, int, int), PlacedFigure> candidates = after.Zip(right.Figures).ToDictionary(pair => pair.First, pair => pair.Second);
        List<FigureRow> rows = [];
        for (int index = 0; index < before.Length; index++)
        {
            PlacedFigure figure = left.Figures[index];
            bool isMatched = candidates.Remove(before[index], out PlacedFigure other);
            FigureRow row = new(measure, figure.Group, figure.Figure, figure.Figure.Sample, isMatched ? other.Figure.Sample : null)
            {
                IsBaselineWithheld = figure.Figure.IsWithheld,
                IsCandidateWithheld = isMatched && other.Figure.IsWithheld,
            };
            left.Bind(figure, row);
            if (isMatched) right.Bind(other, row);
            rows.Add(row);
        }

        for (int index = 0; index < after.Length; index++)
        {
            if (!candidates.ContainsKey(after[index])) continue;
            PlacedFigure figure = right.Figures[index];
            FigureRow row = new(measure, figure.Group, figure.Figure, null, figure.Figure.Sample) { IsCandidateWithheld = figure.Figure.IsWithheld };
            right.Bind(figure, row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>
    /// Asks customer by customer, for the rows whose sides are not independent: those in which a customer counts twice, or adds to both sides.
    /// A customer who stands on both sides and adds to a row on one only leaves that row as it is.
    /// </summary>
    private static void Contribute(
        List<FigureRow> rows, MeasuredSide left, MeasuredSide right, CustomerPairs customers, bool countsCustomersOnce, CancellationToken cancellationToken)
    {
        if (countsCustomersOnce && customers.Shared == 0) return;
        foreach (FigureRow row in rows) row.Contributions = [];
        Collect(left, right, customers.All.Where(pair => pair.Baseline >= 0 && pair.Candidate >= 0), cancellationToken);
        if (countsCustomersOnce)
        {
            foreach (FigureRow row in rows) row.IsIndependent = row.Contributions!.TrueForAll(customer => customer.BaselineCount == 0 || customer.CandidateCount == 0);
        }

        if (rows.Exists(row => !row.IsIndependent)) Collect(left, right, customers.All.Where(pair => pair.Baseline < 0 || pair.Candidate < 0), cancellationToken);
        foreach (FigureRow row in rows.Where(row => row.IsIndependent)) row.Contributions = null;
    }

    private static void Collect(MeasuredSide left, MeasuredSide right, IEnumerable<(int Baseline, int Candidate)> customers, CancellationToken cancellationToken)
    {
        List<FigureRow> touched = [];
        int asked = 0;
        foreach ((int before, int after) in customers)
        {
            if (asked++ % CustomersBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach ((FigureRow row, double sum, long count) in left.Of(before))
            {
                row.Pending = new ClusterContribution(sum, count, 0, 0);
                touched.Add(row);
            }

            foreach ((FigureRow row, double sum, long count) in right.Of(after))
            {
                if (row.Pending is null) touched.Add(row);
                row.Pending = row.Pending.GetValueOrDefault() with { CandidateSum = sum, CandidateCount = count };
            }

            foreach (FigureRow row in touched)
            {
                row.Contributions!.Add(row.Pending.GetValueOrDefault());
                row.Pending = null;
            }

            touched.Clear();
        }
    }
}
