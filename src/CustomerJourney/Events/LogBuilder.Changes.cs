namespace CustomerJourney.Events;

/// <content>Changes of a state: neighbors that say the same collapse, and changes are checked against those before them.</content>
internal sealed partial class LogBuilder
{
    private readonly GrowingColumn<int> _changeRows = new();
    private readonly GrowingColumn<int> _changedFrom = new();
    private readonly GrowingColumn<int> _changedTo = new();

    /// <summary>The values of the state that changes tell.</summary>
    public NameTable States { get; }

    /// <summary>Whether an event is left out that has the name of its customer's event before.</summary>
    public bool CollapsesRepeats { get; set; }

    /// <summary>Says that the event added last changes a state.</summary>
    /// <param name="from">The state before, of <see cref="States"/>; -1 if the source leaves it out.</param>
    /// <param name="to">The state after.</param>
    public void SetChange(int from, int to)
    {
        _changeRows.Add(EventCount - 1);
        _changedFrom.Add(from);
        _changedTo.Add(to);
        _arrived.Last.HasMore = true;
    }

    /// <summary>Counts changes whose old state is not the new state of the customer's change before.</summary>
    private long CountBrokenChanges(SortedEvents sorted)
    {
        if (_changeRows.Count == 0) return 0;
        int rowCount = _changeRows[_changeRows.Count - 1] + 1;
        SparseRows changes = new(_changeRows, rowCount);
        long broken = 0;
        int customer = 0, state = -1;
        for (int index = 0; index < sorted.Rows.Count; index++)
        {
            int row = sorted.Rows.RowAt(index);
            if (row >= rowCount || !changes.TryGetIndex(row, out int change)) continue;
            for (; sorted.Offsets[customer + 1] <= sorted.Rows.PositionAt(index); customer++) state = -1;
            if (state >= 0 && _changedFrom[change] >= 0 && _changedFrom[change] != state) broken++;
            state = _changedTo[change];
        }

        return broken;
    }

    /// <summary>Leaves out events that have the name of the customer's event before; gives their number.</summary>
    private long CollapseRepeats(ref SortedEvents sorted)
    {
        if (!CollapsesRepeats) return 0;
        List<int> repeats = [];
        for (int customer = 0; customer + 1 < sorted.Offsets.Length; customer++)
        {
            for (int position = sorted.Offsets[customer] + 1; position < sorted.Offsets[customer + 1]; position++)
            {
                if (sorted.Events[position] == sorted.Events[position - 1]) repeats.Add(position);
            }
        }

        if (repeats.Count > 0) sorted = Without(sorted, repeats);
        return repeats.Count;
    }
}
