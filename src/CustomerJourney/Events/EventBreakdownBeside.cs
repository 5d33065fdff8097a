namespace CustomerJourney.Events;

/// <summary>
/// An event metric for each group of events, read in each in the light of another metric; see <see cref="EventMetric{TResult}.Beside"/>. A fold of its own, so that metrics which stand alone pay nothing for it.
/// </summary>
/// <remarks>Groups are ranked, where only the largest are shown, by the customers of the metric itself.</remarks>
internal sealed record EventBreakdownBeside<TResult>(EventMetric<TResult> Of, EventMetric<TResult> Beside, Dimension Rows, Dimension? Columns) : Analysis<Breakdown<TResult>>
{
    internal override bool CountsCustomersOnce => Of.CountsCustomersOnce;

    public override Accumulator<Breakdown<TResult>> CreateAccumulator(LogSchema schema) => new Groups(this, schema);

    private sealed class Groups : Accumulator<Breakdown<TResult>>
    {
        private readonly EventBreakdownBeside<TResult> _definition;
        private readonly LogSchema _schema;
        private readonly GroupBinding? _rows;
        private readonly GroupBinding? _columns;
        private readonly GroupTable<Cell> _table;
        private readonly Cell _total;
        private readonly List<Cell> _touched = [];

        public Groups(EventBreakdownBeside<TResult> definition, LogSchema schema)
        {
            (_definition, _schema) = (definition, schema);
            IReadOnlyList<GroupKey> rowKeys = definition.Rows.KeysIn(schema, out _rows);
            IReadOnlyList<GroupKey>? columnKeys = definition.Columns?.KeysIn(schema, out _columns);
            _total = NewCell();
            _table = new(definition.Rows, rowKeys, definition.Columns, columnKeys, NewCell, (into, from) => into.Merge(from));
        }

        private Groups(Groups whole)
        {
            (_definition, _schema, _rows, _columns) = (whole._definition, whole._schema, whole._rows, whole._columns);
            _total = NewCell();
            _table = whole._table.CreateSibling(NewCell);
        }

        public override void Add(in CustomerTrace trace)
        {
            Visit(trace, _definition.Of, false);
            Visit(trace, _definition.Beside, true);
        }

        public override void Merge(Accumulator<Breakdown<TResult>> other)
        {
            _table.Merge(((Groups)other)._table);
            _total.Merge(((Groups)other)._total);
        }

        public override Breakdown<TResult> ToResult() => new(_definition, _definition.Rows, _definition.Columns, _table.ToRows(ResultOf), ResultOf(_total));

        public override void Save(BinaryWriter state)
        {
            _table.Save(state, (cell, writer) => cell.Save(writer));
            _total.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            _table.Load(state, (cell, reader) => cell.Load(reader));
            _total.Load(state);
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Groups(this);

        internal override IEnumerable<ResultPart> Parts() => _table.Parts().Select(cell => new ResultPart("", ResultOf(cell.State)).Inside(cell.Place));

        private void Visit(in CustomerTrace trace, EventMetric<TResult> metric, bool isBeside)
        {
            bool once = metric.CountsCustomersOnce;
            EventPicker<TResult> picker = new(metric, metric.Reads, trace);
            for (int turn = 0; turn < picker.Count; turn++)
            {
                if (!picker.TryGet(trace, turn, out TraceEvent e)) continue;
                int row = _rows!.GroupOf(trace, e), column = _columns?.GroupOf(trace, e) ?? 0;
                bool isFirst = _touched.Count == 0;
                if (isFirst && !isBeside) _table.CountCustomer(row, column);
                if (isFirst || !once) _total.TallyOf(isBeside).Add(e);
                Cell cell = _table.At(row, column);
                if (cell.IsTouched && once) continue;
                if (!cell.IsTouched) _touched.Add(cell);
                cell.IsTouched = true;
                cell.TallyOf(isBeside).Add(e);
            }

            if (_touched.Count == 0) return;
            _total.TallyOf(isBeside).EndCustomer();
            foreach (Cell cell in _touched)
            {
                cell.TallyOf(isBeside).EndCustomer();
                cell.IsTouched = false;
            }

            _touched.Clear();
        }

        private Cell NewCell() => new(_definition.Of.CreateTally(_schema), _definition.Beside.CreateTally(_schema));

        private TResult ResultOf(Cell cell) => _definition.Of.InLightOf(cell.Own.ToResult(), cell.Beside.ToResult());
    }

    private sealed class Cell(Tally<TResult> own, Tally<TResult> beside)
    {
        public Tally<TResult> Own { get; } = own;

        public Tally<TResult> Beside { get; } = beside;

        public Tally<TResult> TallyOf(bool isBeside) => isBeside ? Beside : Own;

        /// <summary>Whether the customer being visited has an event here.</summary>
        public bool IsTouched { get; set; }

        public void Merge(Cell other)
        {
            Own.Merge(other.Own);
            Beside.Merge(other.Beside);
        }

        public void Save(BinaryWriter state)
        {
            Own.Save(state);
            Beside.Save(state);
        }

        public void Load(BinaryReader state)
        {
            Own.Load(state);
            Beside.Load(state);
        }
    }
}
