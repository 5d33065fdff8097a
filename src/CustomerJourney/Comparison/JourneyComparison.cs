using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Comparison;

/// <summary>What differs between two groups of customers, each row with interval, test and effect. Made by <see cref="Between"/>.</summary>
/// <remarks>
/// Customers who stand on both sides are detected, and no figure to which they add on both is tested as if the sides were independent: differences are taken over customers (for customers with one value
/// on each side that is the paired t-test). The p-values of all rows are corrected together by Holm's method (S. Holm, Scandinavian Journal of Statistics 6, 1979).
/// </remarks>
public sealed class JourneyComparison : IJourneyResult
{
    private JourneyComparison(ComparisonOptions definition, long shared, IReadOnlyList<Difference> differences, IReadOnlyList<string> family, IReadOnlyList<string> warnings)
    {
        Definition = definition;
        SharedCustomers = shared;
        Differences = differences;
        Family = family;
        Warnings = warnings;
    }

    /// <summary>What was asked, the measures that were chosen included.</summary>
    public ComparisonOptions Definition { get; }

    /// <summary>The customers who stand on both sides.</summary>
    public long SharedCustomers { get; }

    /// <summary>The rows, in the order of the measures and their groups.</summary>
    public IReadOnlyList<Difference> Differences { get; }

    /// <summary>The names of the rows whose p-values were corrected together; the primary measure is not among them.</summary>
    public IReadOnlyList<string> Family { get; }

    /// <summary>What a reader must know before believing the rows: shared customers, small groups.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The <see cref="Warnings"/>.</summary>
    public IReadOnlyList<string> Remarks => Warnings;

    /// <inheritdoc/>
    public string Title => "Comparison";

    /// <summary>Compares two groups of customers.</summary>
    /// <param name="baseline">The side compared with.</param>
    /// <param name="candidate">The side compared.</param>
    /// <param name="options">Measures and level.</param>
    /// <param name="cancellationToken">Ends the passes over the logs.</param>
    /// <exception cref="ArgumentException">A measure's result has no figures to compare.</exception>
    /// <exception cref="OperationCanceledException">The comparison was canceled.</exception>
    public static JourneyComparison Between(StagedLog baseline, StagedLog candidate, ComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        options ??= ComparisonOptions.Default;
        IReadOnlyList<Analysis> measures = options.Measures.Count > 0 || options.Primary is not null ? options.Measures : DefaultMeasures.For(baseline, candidate);
        if (options.Primary is { } primary && !measures.Contains(primary)) measures = [primary, .. measures];
        // A measure that is named twice is one measure, or the correction would count it twice.
        options = options with { Measures = [.. measures.Distinct()] };

        CustomerPairs customers = new(baseline.CustomerIds, candidate.CustomerIds);
        IReadOnlyList<FigureRow> rows = MeasuredPair.Rows(baseline, candidate, options.Measures, customers, cancellationToken);
        List<Difference> differences = [.. rows.Select(row => row.Compare(options.Level))];
        List<string> family = Correct(differences, options);
        return new JourneyComparison(
            options,
            customers.Shared,
            [.. differences.Zip(rows, (difference, row) => Verdicts.Judge(difference, row, family.Count, options.Level))],
            family,
            Verdicts.Warnings(customers.Shared, rows));
    }

    /// <summary>The row of an analysis: its first figure.</summary>
    /// <param name="analysis">An analysis that was compared.</param>
    /// <param name="group">The group of a breakdown; <see langword="null"/> for a figure over all.</param>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public Difference Of(Analysis analysis, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return Differences.FirstOrDefault(difference => difference.Analysis == analysis && difference.Group == group) ?? throw Missing(analysis, group);
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => DifferenceTable.Of(Differences);

    /// <summary>The verdicts, a line for each row.</summary>
    public override string ToString() => string.Join('\n', Differences.Select(difference => difference.Verdict));

    private KeyNotFoundException Missing(Analysis analysis, string? group)
    {
        const int Named = 20;
        string[] known = [.. Differences.Where(difference => difference.Analysis == analysis).Select(difference => difference.Group ?? "all customers").Distinct()];
        string rows = string.Join(", ", known.Take(Named).Select(name => $"'{name}'"));
        return new KeyNotFoundException(known.Length == 0
            ? $"{analysis} was not compared; the comparison has {Definition.Measures.Count} other measures. Name it among the {nameof(ComparisonOptions.Measures)}."
            : $"{analysis} has no row for {(group is null ? "all customers" : $"'{group}'")}; it has {rows}{(known.Length > Named ? " …" : "")}.");
    }

    /// <summary>Corrects the p-values of all rows but the primary one, in place, and names them.</summary>
    private static List<string> Correct(List<Difference> differences, ComparisonOptions options)
    {
        int primary = options.Primary is null ? -1 : differences.FindIndex(difference => difference.Analysis == options.Primary);
        int[] tested = [.. Enumerable.Range(0, differences.Count).Where(index => index != primary && differences[index].Test is not null)];
        double[] adjusted = Multiplicity.Holm([.. tested.Select(index => differences[index].Test!.PValue)]);
        for (int place = 0; place < tested.Length; place++)
        {
            Difference row = differences[tested[place]];
            differences[tested[place]] = row with { Test = row.Test! with { AdjustedPValue = adjusted[place] } };
        }

        return [.. tested.Select(index => DifferenceTable.NameOf(differences[index]))];
    }
}
