namespace CustomerJourney.Events;

/// <summary>Where each pair of groups stands among the rows of a breakdown.</summary>
internal sealed class GroupLayout
{
    private readonly int[] _placeOfRow;
    private readonly int[] _placeOfColumn;
    private readonly int _columns;

    public GroupLayout(GroupAxis rows, Dimension rowDimension, GroupAxis columns, Dimension? columnDimension)
    {
        _placeOfRow = Places(rows, rows.Rows(rowDimension));
        IReadOnlyList<(GroupKey Key, int[] Members)>? shown = columnDimension is null ? null : columns.Rows(columnDimension);
        _placeOfColumn = shown is null ? new int[columns.Count] : Places(columns, shown);
        _columns = shown?.Count ?? 1;
    }

    public int PlaceOf(int row, int column) => (_placeOfRow[row] * _columns) + _placeOfColumn[column];

    private static int[] Places(GroupAxis axis, IReadOnlyList<(GroupKey Key, int[] Members)> shown)
    {
        int[] places = new int[axis.Count];
        for (int place = 0; place < shown.Count; place++)
        {
            foreach (int member in shown[place].Members) places[member] = place;
        }

        return places;
    }
}
