namespace CustomerJourney.Events;

/// <summary>A group of a <see cref="Breakdown{TResult}"/> and its result.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class BreakdownRow<TResult>
{
    internal BreakdownRow(GroupKey row, GroupKey? column, TResult result)
    {
        Group = row.Name;
        Column = column?.Name;
        IsOther = row.Kind == GroupKind.Other || column?.Kind == GroupKind.Other;
        IsNone = row.Kind == GroupKind.None || column?.Kind == GroupKind.None;
        Result = result;
        (RowKey, ColumnKey) = (row, column);
    }

    /// <summary>The name of the group: a stage, a channel, a period … </summary>
    public string Group { get; }

    /// <summary>The name of the second group where two dimensions are crossed; <see langword="null"/> otherwise.</summary>
    public string? Column { get; }

    /// <summary>Whether the row holds what did not fit among the top groups.</summary>
    public bool IsOther { get; }

    /// <summary>Whether the row holds what has no value; its group is called "None" or "Unassigned".</summary>
    public bool IsNone { get; }

    /// <summary>The result of the group.</summary>
    public TResult Result { get; }

    /// <summary>The group with its place: for a calendar period the number of its first day.</summary>
    internal GroupKey RowKey { get; }

    /// <summary>The second group with its place, where two dimensions are crossed.</summary>
    internal GroupKey? ColumnKey { get; }

    /// <summary>The same row with another result.</summary>
    internal BreakdownRow<TResult> With(TResult result) => ReferenceEquals(result, Result) ? this : new(RowKey, ColumnKey, result);

    /// <summary>Takes the row apart.</summary>
    /// <param name="group">The name of the group; where two dimensions are crossed, both names with a slash between them.</param>
    /// <param name="result">The result of the group.</param>
    public void Deconstruct(out string group, out TResult result)
    {
        group = Column is null ? Group : $"{Group} / {Column}";
        result = Result;
    }
}
