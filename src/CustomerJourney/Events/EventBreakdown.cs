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
        private readonly EventSelection _reads;
        private readonly FeedbackKind? _scoresOf;
        private readonly bool _oncePerCustomer;
        private readonly bool _backward;
        private readonly AnsweringCustomers _answering = new();
        private Cell[] _touched = new Cell[4];
        private int _touchedCount;
        private long _visit;

        public Groups(EventBreakdown<TResult> definition, LogSchema schema)
        {
            _definition = definition;
            _metric = definition.Of;
            _schema = schema;
            IReadOnlyList<GroupKey> rowKeys = definition.Rows.KeysIn(schema, out _rows);
            IReadOnlyList<GroupKey>? columnKeys = definition.Columns?.KeysIn(schema, out _columns);
            _total = _metric.CreateTally(_schema);
            _reads = _metric.Reads;
            _scoresOf = _metric.ScoresOf;
            _oncePerCustomer = _metric.Counting != AnswerCounting.All;
            _backward = _metric.Counting == AnswerCounting.LatestPerCustomer;
            _table = new(definition.Rows, rowKeys, definition.Columns, columnKeys, () => new Cell(_metric.CreateTally(_schema)), (into, from) => into.Tally.Merge(from.Tally));
        }

        private Groups(Groups whole)
        {
            _definition = whole._definition;
            _metric = whole._metric;
            _schema = whole._schema;
            _rows = whole._rows;
            _columns = whole._columns;
            _reads = whole._reads;
            _scoresOf = whole._scoresOf;
            _oncePerCustomer = whole._oncePerCustomer;
            _backward = whole._backward;
            _total = _metric.CreateTally(_schema);
            _table = whole._table.CreateSibling(() => new Cell(_metric.CreateTally(_schema)));
        }

        internal override bool TakesRuns => _scoresOf is not null;

        public override void Add(in CustomerTrace trace)
        {
            if (_scoresOf is { } kind && AnsweringCustomers.GiveScoresOnly(trace.Columns))
            {
                if (trace.AnswerCount > 0) AddScores(trace.Columns, kind, trace.Customer);
                return;
            }

            EventPicker<TResult> picker = new(_metric, _reads, trace);
            for (int turn = 0; turn < picker.Count; turn++)
            {
                if (!picker.TryGet(trace, turn, out TraceEvent e)) continue;
                int row = _rows!.GroupOf(trace, e);
                int column = _columns?.GroupOf(trace, e) ?? 0;
                if (_touchedCount == 0 || !_oncePerCustomer) _total.Add(e);
                if (CountsAt(row, column, out Cell cell)) cell.Tally.Add(e);
            }

            EndCustomer();
        }

        internal override void AddRun(LogColumns columns, int first, int end)
        {
            ReadOnlySpan<int> answering = _answering.In(columns.Feedback, first, end);
            if (AnsweringCustomers.GiveScoresOnly(columns))
            {
                FeedbackKind kind = _scoresOf!.Value;
                foreach (int customer in answering) AddScores(columns, kind, customer);
                return;
            }

            foreach (int customer in answering) Add(new CustomerTrace(columns, customer));
        }

        /// <summary>Adds the scores of one customer straight from the column of answers.</summary>
        private void AddScores(LogColumns columns, FeedbackKind kind, int customer)
        {
            FeedbackColumn feedback = columns.Feedback!;
            GroupBinding rows = _rows!;
            int first = feedback.Offsets[customer], end = feedback.Offsets[customer + 1];
            bool once = _oncePerCustomer, backward = _backward, isFirst = true;
            long visit = ++_visit;
            for (int turn = first; turn < end; turn++)
            {
                int answer = backward ? first + end - 1 - turn : turn;
                if (feedback.Kinds[answer] != kind) continue;
                int row = rows.GroupOfAnswer(columns, customer, answer);
                int column = _columns?.GroupOfAnswer(columns, customer, answer) ?? 0;
                double score = feedback.Scores[answer];
                if (isFirst) _table.CountCustomer(row, column);
                if (isFirst || !once) _total.AddScore(score, isFirst);
                isFirst = false;
                Cell cell = _table.At(row, column);
                bool isFirstHere = cell.Visit != visit;
                cell.Visit = visit;
                if (isFirstHere || !once) cell.Tally.AddScore(score, isFirstHere);
            }
        }

        /// <summary>Takes notice that the customer being visited has an event in a group, and says whether the event counts there.</summary>
        private bool CountsAt(int row, int column, out Cell cell)
        {
            if (_touchedCount == 0) _table.CountCustomer(row, column);
            cell = _table.At(row, column);
            if (cell.IsTouched) return !_oncePerCustomer;
            cell.IsTouched = true;
            if (_touchedCount == _touched.Length) Array.Resize(ref _touched, 2 * _touchedCount);
            _touched[_touchedCount++] = cell;
            return true;
        }

        private void EndCustomer()
        {
            if (_touchedCount == 0) return;
            _total.EndCustomer();
            foreach (Cell cell in _touched.AsSpan(0, _touchedCount))
            {
                cell.Tally.EndCustomer();
                cell.IsTouched = false;
            }

            _touchedCount = 0;
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

        /// <summary>The number of the last customer whose score was added here.</summary>
        public long Visit { get; set; }
    }
}
