namespace CustomerJourney.Events;

/// <summary>One state for each group, or pair of groups, that met anything: what both kinds of breakdown keep. Keyed by names, so tables of different logs merge.</summary>
internal sealed class GroupTable<TState>
    where TState : class
{
    private readonly Dimension _rowDimension;
    private readonly Dimension? _columnDimension;
    private readonly Func<TState> _create;
    private readonly Action<TState, TState> _merge;
    private readonly bool _isSibling;
    private TState?[]?[] _cells = [];
    private GroupAxis _rows;
    private GroupAxis _columns;
    private GroupLayout? _layout;

    public GroupTable(Dimension rows, IReadOnlyList<GroupKey> rowKeys, Dimension? columns, IReadOnlyList<GroupKey>? columnKeys, Func<TState> create, Action<TState, TState> merge)
    {
        _rowDimension = rows;
        _columnDimension = columns;
        _create = create;
        _merge = merge;
        _rows = new GroupAxis(rowKeys);
        _columns = new GroupAxis(columnKeys ?? [GroupKey.Named("")]);
    }

    /// <summary>An empty table over the groups of a finished one, in whose rows it lays out its parts.</summary>
    private GroupTable(GroupTable<TState> whole, Func<TState> create)
    {
        _rowDimension = whole._rowDimension;
        _columnDimension = whole._columnDimension;
        _create = create;
        _merge = whole._merge;
        _rows = whole._rows;
        _columns = whole._columns;
        _layout = whole._layout ??= new GroupLayout(_rows, _rowDimension, _columns, _columnDimension);
        _isSibling = true;
    }

    /// <summary>The states of all groups that met anything.</summary>
    public IEnumerable<TState> States => _cells.SelectMany(cells => cells ?? []).OfType<TState>();

    public GroupTable<TState> CreateSibling(Func<TState> create) => new(this, create);

    /// <summary>What a sibling met, by the row of the finished table.</summary>
    public IEnumerable<(int Place, TState State)> Parts()
    {
        SortedDictionary<int, TState> parts = [];
        for (int row = 0; row < _cells.Length; row++)
        {
            TState?[] cells = _cells[row] ?? [];
            for (int column = 0; column < cells.Length; column++)
            {
                if (cells[column] is not { } state) continue;
                int place = _layout!.PlaceOf(row, column);
                if (parts.TryGetValue(place, out TState? other))
                {
                    // Groups that one row holds together, as Other does.
                    TState both = _create();
                    _merge(both, other);
                    _merge(both, state);
                    state = both;
                }

                parts[place] = state;
            }
        }

        return parts.Select(part => (part.Key, part.Value));
    }

    public void CountCustomer(int row, int column)
    {
        if (_isSibling) return;
        _rows.CountCustomer(row);
        _columns.CountCustomer(column);
    }

    public TState At(int row, int column) =>
        row < _cells.Length && _cells[row] is { } cells && column < cells.Length && cells[column] is { } state ? state : Created(row, column);

    public void Merge(GroupTable<TState> other)
    {
        _layout = null;
        int[] rows = _rows.Merge(other._rows);
        int[] columns = _columns.Merge(other._columns);
        for (int row = 0; row < other._cells.Length; row++)
        {
            if (other._cells[row] is not { } cells) continue;
            for (int column = 0; column < cells.Length; column++)
            {
                if (cells[column] is { } state) _merge(At(rows[row], columns[column]), state);
            }
        }
    }

    /// <summary>The rows of the answer, empty groups included.</summary>
    public BreakdownRow<TResult>[] ToRows<TResult>(Func<TState, TResult> result)
    {
        IReadOnlyList<(GroupKey Key, int[] Members)> columns = _columnDimension is null ? [(default, [0])] : _columns.Rows(_columnDimension);
        List<BreakdownRow<TResult>> items = [];
        foreach ((GroupKey row, int[] rowMembers) in _rows.Rows(_rowDimension))
        {
            foreach ((GroupKey column, int[] columnMembers) in columns)
                items.Add(new BreakdownRow<TResult>(row, _columnDimension is null ? null : column, result(Combined(rowMembers, columnMembers))));
        }

        return [.. items];
    }

    /// <summary>All states merged into a fresh one.</summary>
    public TState Total()
    {
        TState total = _create();
        foreach (TState?[]? cells in _cells)
        {
            foreach (TState? state in cells ?? [])
            {
                if (state is not null) _merge(total, state);
            }
        }

        return total;
    }

    public void Save(BinaryWriter state, Action<TState, BinaryWriter> save)
    {
        _rows.Save(state);
        _columns.Save(state);
        for (int row = 0; row < _rows.Count; row++)
        {
            for (int column = 0; column < _columns.Count; column++)
            {
                TState? cell = Find(row, column);
                state.Write(cell is not null);
                if (cell is not null) save(cell, state);
            }
        }
    }

    public void Load(BinaryReader state, Action<TState, BinaryReader> load)
    {
        _rows = GroupAxis.Load(state, _rowDimension);
        _columns = GroupAxis.Load(state, _columnDimension);
        _cells = [];
        _layout = null;
        for (int row = 0; row < _rows.Count; row++)
        {
            for (int column = 0; column < _columns.Count; column++)
            {
                switch (state.ReadByte())
                {
                    case 0: break;
                    case 1: load(At(row, column), state); break;
                    case byte other: throw new InvalidDataException($"{other} does not say whether a group has data.");
                }
            }
        }
    }

    private TState? Find(int row, int column) =>
        row < _cells.Length && _cells[row] is { } cells && column < cells.Length ? cells[column] : null;

    private TState Combined(int[] rows, int[] columns)
    {
        if (rows.Length == 1 && columns.Length == 1) return Find(rows[0], columns[0]) ?? _create();
        TState combined = _create();
        foreach (int row in rows)
        {
            foreach (int column in columns)
            {
                if (Find(row, column) is { } state) _merge(combined, state);
            }
        }

        return combined;
    }

    private TState Created(int row, int column)
    {
        if (_cells.Length <= row) Array.Resize(ref _cells, Math.Max(row + 1, _rows.Count));
        TState?[] cells = _cells[row] ??= new TState?[_columns.Count];
        if (cells.Length <= column) _cells[row] = cells = Grown(cells, _columns.Count);
        return cells[column] = _create();
    }

    private static TState?[] Grown(TState?[] cells, int count)
    {
        TState?[] grown = new TState?[count];
        cells.CopyTo(grown, 0);
        return grown;
    }
}
