using System.Collections;

namespace CustomerJourney.Events;

/// <summary>One result for each group, in journey, calendar or name order; then Other where only top groups were asked for, and a row for what has no value. Empty groups are kept.</summary>
/// <typeparam name="TResult">The type of the results.</typeparam>
/// <remarks>
/// Where every event counts, the groups add up to the <see cref="Total"/>. Where a customer's latest or first answer counts, it does so within each group,
/// and the total counts each customer once: groups of events (months, say) may then add up to more than the total.
/// </remarks>
public sealed class Breakdown<TResult> : IReadOnlyList<BreakdownRow<TResult>>, IJourneyResult, IBreakdown
{
    private readonly BreakdownRow<TResult>[] _rows;
    private readonly string _rowTitle;
    private readonly string? _columnTitle;

    internal Breakdown(Analysis<Breakdown<TResult>> definition, Dimension rows, Dimension? columns, BreakdownRow<TResult>[] items, TResult total)
    {
        Definition = definition;
        _rowTitle = rows.Title;
        _columnTitle = columns is null ? null : columns.Title == rows.Title ? $"{columns.Title} (2)" : columns.Title;
        _rows = total is IReadAmongAll ? [.. items.Select(row => row.With((TResult)((IReadAmongAll)row.Result!).Among(total)))] : items;
        Total = total;
        (Rows, Columns) = (rows, columns);
    }

    /// <summary>The question that is answered here.</summary>
    public Analysis<Breakdown<TResult>> Definition { get; }

    /// <summary>The result over all groups.</summary>
    public TResult Total { get; }

    /// <summary>What is grouped by first.</summary>
    internal Dimension Rows { get; }

    /// <summary>What is grouped by second; <see langword="null"/> where nothing is.</summary>
    internal Dimension? Columns { get; }

    /// <summary>What the groups are groups of.</summary>
    internal string GroupsTitle => _columnTitle is null ? _rowTitle : $"{_rowTitle} and {_columnTitle}";

    /// <summary>The number of rows.</summary>
    public int Count => _rows.Length;

    /// <inheritdoc/>
    public string Title => $"{(Total as IJourneyResult)?.Title ?? NameOfQuestion} by {GroupsTitle}";

    /// <summary>
    /// What to heed: the remarks of the total, then those of the groups. What is true of several groups is one sentence that names them ("3 of 12 groups rest on fewer than 10 observations …");
    /// groups without data are not remarked, and after ten sentences the others are counted.
    /// </summary>
    public IReadOnlyList<string> Remarks => GatheredRemarks.Of((Total as IJourneyResult)?.Remarks ?? [], [.. ((IBreakdown)this).Groups]);

    /// <summary>The row at an index.</summary>
    /// <param name="index">The index, 0…<see cref="Count"/> − 1.</param>
    public BreakdownRow<TResult> this[int index] => _rows[index];

    /// <summary>The result of a group.</summary>
    /// <param name="group">The name of the group.</param>
    /// <exception cref="KeyNotFoundException">There is no such group; the message names those there are.</exception>
    public TResult this[string group] => TryGet(group, out TResult? result) ? result : throw Missing(group);

    /// <summary>The result of a pair of groups, where two dimensions are crossed.</summary>
    /// <param name="row">The name of the first group.</param>
    /// <param name="column">The name of the second group.</param>
    /// <exception cref="KeyNotFoundException">There is no such pair; the message names those there are.</exception>
    public TResult this[string row, string column]
    {
        get
        {
            foreach (BreakdownRow<TResult> item in _rows)
            {
                if (item.Group == row && item.Column == column) return item.Result;
            }

            throw Missing($"{row} / {column}");
        }
    }

    /// <summary>Asks for the result of a group.</summary>
    /// <param name="group">The name of the group. A group of data goes before the row of the same name that holds what has no value.</param>
    /// <param name="result">The result, if there is such a group.</param>
    public bool TryGet(string group, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TResult result)
    {
        ArgumentNullException.ThrowIfNull(group);
        foreach (BreakdownRow<TResult> row in _rows)
        {
            if (row.Group != group || row.Column is not null) continue;
            result = row.Result;
            return true;
        }

        result = default;
        return false;
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => BreakdownTable.Of(_rowTitle, _columnTitle, _rows, Total);

    /// <inheritdoc/>
    public IEnumerator<BreakdownRow<TResult>> GetEnumerator() => ((IEnumerable<BreakdownRow<TResult>>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    object? IBreakdown.Total => Total;

    IEnumerable<(string Group, object? Result)> IBreakdown.Groups => _rows.Select(row =>
    {
        (string group, TResult result) = row;
        return (group, (object?)result);
    });

    private string NameOfQuestion => Definition switch
    {
        EventBreakdown<TResult> events => events.Of.GetType().Name,
        EventBreakdownBeside<TResult> events => events.Of.GetType().Name,
        CustomerBreakdown<TResult> customers => customers.Of.GetType().Name,
        _ => Definition.GetType().Name,
    };

    private KeyNotFoundException Missing(string group)
    {
        const int Named = 20;
        string known = string.Join(", ", _rows.Take(Named).Select(row => row.Column is null ? $"'{row.Group}'" : $"'{row.Group} / {row.Column}'"));
        return new KeyNotFoundException($"There is no group '{group}' in {Title}; there are {known}{(_rows.Length > Named ? " …" : "")}.");
    }
}
