using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>
/// Customers with their outcomes and drivers: what is gathered of a log. Columns are known by the driver's place in the definition and the name of the group, so that tables of logs with
/// other dictionaries merge. Read out in canonical order, whatever the order of gathering. Holds one row for each customer.
/// </summary>
internal sealed class FeatureTable
{
    private readonly Driver[] _drivers;
    private readonly DriverReader[] _readers = [];
    private readonly double[][] _scratch = [];
    private readonly int[][] _columnOfKey = [];
    private readonly Dictionary<(int Driver, GroupKey Key), int> _places = [];
    private readonly List<(int Driver, GroupKey Key)> _columns = [];
    private readonly List<FeatureRow> _rows = [];
    private readonly Lazy<string[]> _names;

    /// <summary>An empty table for a log; binding finds all faults of the drivers at once.</summary>
    public FeatureTable(IReadOnlyList<Driver> drivers, LogSchema schema, string subject, params IEnumerable<string?> faults)
    {
        _drivers = [.. drivers];
        _names = schema.CustomerNames;
        List<string> problems = [.. faults.OfType<string>()];
        if (!schema.IsDetached) _readers = Bound(schema, problems);
        if (problems.Count > 0) throw new JourneyDefinitionException(subject, problems);
        _scratch = [.. _readers.Select(reader => new double[reader.Keys.Count])];
        _columnOfKey = [.. _readers.Select((reader, driver) => reader.Keys.Select(key => PlaceOf(driver, key)).ToArray())];
    }

    public int Count => _rows.Count;

    /// <summary>Adds a customer as he was before a moment; one that is no real moment tells no times.</summary>
    public void Add(in CustomerTrace trace, in Moment moment, double outcome, byte state = 0, long until = 0, bool timeless = false)
    {
        List<FeatureCell> cells = [];
        for (int driver = 0; driver < _readers.Length; driver++)
        {
            double[] values = _scratch[driver];
            if (timeless && _drivers[driver].Measure == DriverMeasure.Days) Array.Fill(values, double.NaN);
            else _readers[driver].Read(trace, moment, values);
            for (int key = 0; key < values.Length; key++)
            {
                if (values[key] != 0) cells.Add(new FeatureCell(_columnOfKey[driver][key], values[key]));
            }

            Array.Clear(values);
        }

        _rows.Add(new FeatureRow(_names.Value[trace.Customer], outcome, [.. cells]) { State = state, Until = until });
    }

    public void Merge(FeatureTable other)
    {
        int[] places = [.. other._columns.Select(column => PlaceOf(column.Driver, column.Key))];
        foreach (FeatureRow row in other._rows) _rows.Add(row with { Cells = [.. row.Cells.Select(cell => cell with { Column = places[cell.Column] })] });
    }

    /// <summary>The rows by customer, names compared ordinally.</summary>
    public FeatureRow[] SortedRows()
    {
        FeatureRow[] rows = [.. _rows];
        Array.Sort(rows, static (left, right) => string.CompareOrdinal(left.Customer, right.Customer) is var order and not 0 ? order : left.Outcome.CompareTo(right.Outcome));
        return rows;
    }

    /// <summary>The columns with their places, driver by driver, in map order or by name.</summary>
    public IEnumerable<(int Place, int Driver, GroupKey Key)> SortedColumns() =>
        _columns.Select((column, place) => (place, column.Driver, column.Key)).OrderBy(column => column.Driver).ThenBy(column => column.Key);

    public void Save(BinaryWriter state)
    {
        state.Write(_columns.Count);
        foreach ((int driver, GroupKey key) in _columns)
        {
            state.Write(driver);
            key.Save(state);
        }

        state.Write(_rows.Count);
        foreach (FeatureRow row in _rows)
        {
            state.Write(row.Customer);
            state.Write(row.Outcome);
            state.Write(row.State);
            state.Write(row.Until);
            state.Write(row.Cells.Length);
            foreach (FeatureCell cell in row.Cells)
            {
                state.Write(cell.Column);
                state.Write(cell.Value);
            }
        }
    }

    public void Load(BinaryReader state, byte mostState)
    {
        int columns = Counted(state.ReadInt32());
        int[] places = new int[Math.Min(columns, ushort.MaxValue)];
        for (int column = 0; column < columns; column++)
        {
            int driver = state.ReadInt32();
            if (driver < 0 || driver >= _drivers.Length) throw new InvalidDataException($"A column belongs to driver {driver}; there are {_drivers.Length}.");
            if (column == places.Length) Array.Resize(ref places, 2 * column);
            places[column] = PlaceOf(driver, GroupKey.Load(state));
        }

        int rows = Counted(state.ReadInt32());
        for (int row = 0; row < rows; row++)
        {
            string customer = state.ReadString();
            double outcome = state.ReadDouble();
            byte kind = state.ReadByte();
            long until = state.ReadInt64();
            if (!double.IsFinite(outcome) || kind > mostState) throw new InvalidDataException("A customer has an outcome or a state that is not possible.");
            int count = Counted(state.ReadInt32());
            if (count > columns) throw new InvalidDataException($"A customer has {count} numbers in {columns} columns.");
            FeatureCell[] cells = new FeatureCell[count];
            for (int index = 0; index < count; index++)
            {
                int column = state.ReadInt32();
                double value = state.ReadDouble();
                if (column < 0 || column >= columns || double.IsInfinity(value)) throw new InvalidDataException("A customer has a number that is not possible.");
                cells[index] = new FeatureCell(places[column], value);
            }

            _rows.Add(new FeatureRow(customer, outcome, cells) { State = kind, Until = until });
        }

        static int Counted(int count) => count >= 0 ? count : throw new InvalidDataException($"There cannot be {count} columns, customers or numbers.");
    }

    private DriverReader[] Bound(LogSchema schema, List<string> problems)
    {
        List<DriverReader> readers = [];
        foreach (Driver driver in _drivers)
        {
            try
            {
                readers.Add(DriverReader.Of(driver, schema));
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException)
            {
                problems.Add(error.Message);
            }
        }

        return [.. readers];
    }

    private int PlaceOf(int driver, GroupKey key)
    {
        if (_places.TryGetValue((driver, key), out int place)) return place;
        _places.Add((driver, key), _columns.Count);
        _columns.Add((driver, key));
        return _columns.Count - 1;
    }
}
