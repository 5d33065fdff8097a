namespace CustomerJourney.Events;

/// <content>Changes of a state: neighbors that say the same collapse, and changes are checked against those before them.</content>
internal sealed partial class LogBuilder
{
    private readonly GrowingColumn<int> _changeRows = new();
    private readonly GrowingColumn<int> _changedFrom = new();
    private readonly GrowingColumn<int> _changedTo = new();

    /// <summary>The values of the state that changes tell.</summary>
    public NameTable States { get; } = new();

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
    }

    /// <summary>Counts changes whose old state is not the new state of the customer's change before.</summary>
    private long CountBrokenChanges(int[] offsets, int[] order)
    {
        if (_changeRows.Count == 0) return 0;
        SparseRows changes = new(_changeRows, EventCount);
        long broken = 0;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            int state = -1;
            for (int position = offsets[customer]; position < offsets[customer + 1]; position++)
            {
                if (!changes.TryGetIndex(order[position], out int change)) continue;
                if (state >= 0 && _changedFrom[change] >= 0 && _changedFrom[change] != state) broken++;
                state = _changedTo[change];
            }
        }

        return broken;
    }

    /// <summary>Leaves out events that have the name of the customer's event before; gives their number.</summary>
    private long CollapseRepeats(ref int[] offsets, ref int[] order)
    {
        if (!CollapsesRepeats) return 0;
        List<int> repeats = [];
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            for (int position = offsets[customer] + 1; position < offsets[customer + 1]; position++)
            {
                if (_arrived[order[position]].Event == _arrived[order[position - 1]].Event) repeats.Add(position);
            }
        }

        if (repeats.Count > 0) LeaveOut(repeats, ref offsets, ref order);
        return repeats.Count;
    }
}
