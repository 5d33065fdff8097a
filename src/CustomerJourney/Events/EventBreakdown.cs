namespace CustomerJourney.Events;

/// <summary>An event metric for each group of events. A customer may be in several groups, so the total is tallied beside them.</summary>
internal sealed record EventBreakdown<TResult>(EventMetric<TResult> Of, Dimension Rows, Dimension? Columns) : Analysis<Breakdown<TResult>>
{
    internal override bool CountsCustomersOnce => Of.CountsCustomersOnce;

    public override Accumulator<Breakdown<TResult>> CreateAccumulator(LogSchema schema) => new Groups(this, schema);

    private sealed class Groups : Accumulator<Breakdown<TResult>>
    {
        private readonly EventBreakdown<TResult> _definition;
        private readonly EventMetric<TResult> _metric;
        private readonly LogSchema _schema;
        private readonly GroupBinding? _rows;
        private readonly GroupBinding? _columns;
        private readonly GroupTable<Cell> _table;
        private readonly Tally<TResult> _total;
        private Cell[] _touched = new Cell[4];
        private readonly EventSelection _reads;
        private readonly bool _oncePerCustomer;

        public Groups(EventBreakdown<TResult> definition, LogSchema schema)
        {
            _definition = definition;
            _metric = definition.Of;
            _schema = schema;
            IReadOnlyList<GroupKey> rowKeys = definition.Rows.KeysIn(schema, out _rows);
            IReadOnlyList<GroupKey>? columnKeys = definition.Columns?.KeysIn(schema, out _columns);
            _total = _metric.CreateTally(_schema);
            _reads = _metric.Reads;
            _oncePerCustomer = _metric.Counting != AnswerCounting.All;
            _table = new(definition.Rows, rowKeys, definition.Columns, columnKeys, () => new Cell(_metric.CreateTally(_schema)), (into, from) => into.Tally.Merge(from.Tally));
        }

        private Groups(Groups whole)
        {
            _definition = whole._definition;
            _metric = whole._metric;
            _schema = whole._schema;
            _rows = whole._rows;
            _columns = whole._columns;
            _oncePerCustomer = whole._oncePerCustomer;
            _total = _metric.CreateTally(_schema);
            _table = whole._table.CreateSibling(() => new Cell(_metric.CreateTally(_schema)));
        }

        public override void Add(in CustomerTrace trace)
        {
            int touched = 0;
            EventPicker<TResult> picker = new(_metric, _reads, trace);
            bool any = false;
            for (int turn = 0; turn < picker.Count; turn++)
            {
                if (!picker.TryGet(trace, turn, out TraceEvent e)) continue;
                int row = _rows!.GroupOf(trace, e);
                int column = _columns?.GroupOf(trace, e) ?? 0;
                if (!any || !_oncePerCustomer) _total.Add(e);
                if (!any) _table.CountCustomer(row, column);
                any = true;
                Cell cell = _table.At(row, column);
                if (cell.IsTouched && _oncePerCustomer) continue;
                cell.Tally.Add(e);
                if (cell.IsTouched) continue;
                cell.IsTouched = true;
                if (touched == _touched.Length) Array.Resize(ref _touched, 2 * touched);
                _touched[touched++] = cell;
            }

            if (!any) return;
            _total.EndCustomer();
            foreach (Cell cell in _touched.AsSpan(0, touched))
            {
                cell.Tally.EndCustomer();
                cell.IsTouched = false;
            }
        }

        public override void Merge(Accumulator<Breakdown<TResult>> other)
        {
            _table.Merge(((Groups)other)._table);
            _total.Merge(((Groups)other)._total);
        }

        public override Breakdown<TResult> ToResult() => new(
            _definition, _definition.Rows, _definition.Columns, _table.ToRows(cell => cell.Tally.ToResult()), _total.ToResult());

        public override void Save(BinaryWriter state)
        {
            _table.Save(state, (cell, writer) => cell.Tally.Save(writer));
            _total.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            _table.Load(state, (cell, reader) => cell.Tally.Load(reader));
            _total.Load(state);
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Groups(this);

        internal override IEnumerable<ResultPart> Parts() => _table.Parts().Select(cell => new ResultPart("", cell.State.Tally.ToResult()).Inside(cell.Place));
    }

    private sealed class Cell(Tally<TResult> tally)
    {
        public Tally<TResult> Tally { get; } = tally;

        /// <summary>Whether the customer being visited has an event here.</summary>
        public bool IsTouched { get; set; }
    }
}
