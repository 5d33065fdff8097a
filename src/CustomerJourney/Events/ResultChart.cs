namespace CustomerJourney.Events;

/// <summary>Which columns of a <see cref="ResultTable"/> make a bar chart: one bar a row, with its interval where the table has one.</summary>
public sealed record ResultChart
{
    /// <summary>The names of the columns that label a bar, at least one; a crossed table names one for each dimension.</summary>
    public required IReadOnlyList<string> LabelColumns { get; init; }

    /// <summary>The name of the column that gives a bar its length: <see cref="ResultColumnKind.Share"/>, <see cref="ResultColumnKind.Number"/> or <see cref="ResultColumnKind.Count"/>. Bars start at zero; negative ones go to the left.</summary>
    public required string ValueColumn { get; init; }

    /// <summary>The name of the column with the lower limit of the interval, of the same kind as <see cref="ValueColumn"/>; <see langword="null"/> without intervals. Given together with <see cref="UpperColumn"/>.</summary>
    public string? LowerColumn { get; init; }

    /// <summary>The name of the column with the upper limit of the interval; see <see cref="LowerColumn"/>.</summary>
    public string? UpperColumn { get; init; }

    /// <summary>Where the axis begins, in the unit of the value; <see langword="null"/> lets the figures decide. Bars beyond it are cut.</summary>
    public double? Minimum { get; init; }

    /// <summary>Where the axis ends, in the unit of the value; <see langword="null"/> lets the figures decide. Bars beyond it are cut.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether both name the same columns and the same axis.</summary>
    /// <param name="other">The chart to compare with.</param>
    public bool Equals(ResultChart? other) =>
        other is not null
        && LabelColumns.SequenceEqual(other.LabelColumns, StringComparer.Ordinal)
        && (ValueColumn, LowerColumn, UpperColumn, Minimum, Maximum) == (other.ValueColumn, other.LowerColumn, other.UpperColumn, other.Minimum, other.Maximum);

    /// <summary>A hash code in accord with <see cref="Equals(ResultChart)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(LabelColumns.Count, ValueColumn, LowerColumn, UpperColumn, Minimum, Maximum);
}
