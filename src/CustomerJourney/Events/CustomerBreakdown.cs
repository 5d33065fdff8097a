namespace CustomerJourney.Events;

/// <summary>An analysis for each group of customers. Each customer is in one group, so the groups' states add up to the total.</summary>
internal sealed record CustomerBreakdown<TResult>(Analysis<TResult> Of, CustomerDimension Rows, CustomerDimension? Columns) : Analysis<Breakdown<TResult>>
{
    public override bool IncludesCustomersWithoutEvents => Of.IncludesCustomersWithoutEvents;

    internal override bool CountsCustomersOnce => Of.CountsCustomersOnce;

    public override Accumulator<Breakdown<TResult>> CreateAccumulator(LogSchema schema) => new Groups(this, schema);

    private sealed class Groups : Accumulator<Breakdown<TResult>>
    {
        private readonly CustomerBreakdown<TResult> _definition;
        private readonly GroupBinding? _rows;
        private readonly GroupBinding? _columns;
        private readonly GroupTable<Accumulator<TResult>> _table;

        /// <summary>
        /// No customer is ever added here: it holds what the analysis knows of the log as a whole, such as when observation ended. That is true of each group,
        /// of those too that met nobody in the part of a log that was observed longest.
        /// </summary>
        private readonly Accumulator<TResult> _ofLog;

        public Groups(CustomerBreakdown<TResult> definition, LogSchema schema)
        {
            _definition = definition;
            IReadOnlyList<GroupKey> rowKeys = definition.Rows.KeysIn(schema, out _rows);
            IReadOnlyList<GroupKey>? columnKeys = definition.Columns?.KeysIn(schema, out _columns);
            _ofLog = definition.Of.CreateAccumulator(schema);
            _table = new(definition.Rows, rowKeys, definition.Columns, columnKeys, () => definition.Of.CreateAccumulator(schema), (into, from) => into.Merge(from));
        }

        private Groups(Groups whole, LogSchema schema)
        {
            _definition = whole._definition;
            _rows = whole._rows;
            _columns = whole._columns;
            _ofLog = whole._ofLog;
            _table = whole._table.CreateSibling(() => (Accumulator<TResult>)_ofLog.CreateSibling(_definition.Of, schema));
        }

        public override void Add(in CustomerTrace trace)
        {
            int row = ((CustomerGroupBinding)_rows!).GroupOf(trace);
            int column = ((CustomerGroupBinding?)_columns)?.GroupOf(trace) ?? 0;
            _table.CountCustomer(row, column);
            _table.At(row, column).Add(trace);
        }

        public override void Merge(Accumulator<Breakdown<TResult>> other)
        {
            Groups part = (Groups)other;
            _table.Merge(part._table);
            _ofLog.Merge(part._ofLog);
            foreach (Accumulator<TResult> group in _table.States) group.Merge(_ofLog);
        }

        public override Breakdown<TResult> ToResult() => new(
            _definition, _definition.Rows, _definition.Columns, _table.ToRows(accumulator => accumulator.ToResult()), _table.Total().ToResult());

        public override void Save(BinaryWriter state)
        {
            _table.Save(state, (accumulator, writer) => accumulator.Save(writer));
            _ofLog.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            _table.Load(state, (accumulator, reader) => accumulator.Load(reader));
            _ofLog.Load(state);
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Groups(this, schema);

        internal override IEnumerable<ResultPart> Parts() => _table.Parts().SelectMany(group => group.State.Parts().Select(part => part.Inside(group.Place)));
    }
}
