using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Counts customers and outcomes by cell.</summary>
internal sealed class PoststratifiedSurveyAccumulator : Accumulator<PoststratifiedSurveyResult>
{
    private readonly PoststratifiedSurvey _definition;
    private readonly Dictionary<CellKey, Cell> _cells = [];
    private readonly List<OutcomeReading> _readings = [];
    private readonly OutcomeWatch _watch;
    private long _invalid;

    public PoststratifiedSurveyAccumulator(PoststratifiedSurvey definition, LogSchema schema)
    {
        _definition = definition;
        if (schema.IsDetached)
        {
            _watch = definition.Outcome.Watch(schema);
            return;
        }

        List<string> problems = [.. new[] { definition.Outcome.Fault }.OfType<string>()];
        if (definition.Outcome.Counting == AnswerCounting.All) problems.Add($"All answers to {definition.Outcome.Name} count, and customers are weighted: count the latest or the first answer of each.");
        foreach (string name in definition.Attributes.Where(name => !schema.CustomerAttributes.Contains(name)))
            problems.Add($"The log has no customer attribute '{name}'; it has {(schema.CustomerAttributes.Count == 0 ? "none" : string.Join(", ", schema.CustomerAttributes.Select(other => $"'{other}'")))}.");
        if (problems.Count > 0) throw new JourneyDefinitionException("The weighting of the survey", problems);
        _watch = definition.Outcome.Watch(schema);
    }

    public override void Add(in CustomerTrace trace)
    {
        string?[] values = new string?[_definition.Attributes.Count];
        for (int index = 0; index < values.Length; index++) values[index] = trace.Attribute(_definition.Attributes[index]);
        Cell cell = CellOf(new CellKey(values));
        cell.Customers++;
        _readings.Clear();
        _watch.Add(trace);
        _definition.Outcome.Read(trace, 1, _readings);
        if (_readings.Count == 0) return;
        if (_readings[0].Value is { } outcome) cell.Count(outcome, 1);
        else _invalid++;
    }

    public override void Merge(Accumulator<PoststratifiedSurveyResult> other)
    {
        PoststratifiedSurveyAccumulator part = (PoststratifiedSurveyAccumulator)other;
        _invalid += part._invalid;
        _watch.Merge(part._watch);
        foreach ((CellKey key, Cell from) in part._cells)
        {
            Cell cell = CellOf(key);
            cell.Customers += from.Customers;
            foreach ((double outcome, long count) in from.Outcomes) cell.Count(outcome, count);
        }
    }

    public override PoststratifiedSurveyResult ToResult()
    {
        (CellKey Key, Cell Cell)[] cells = [.. _cells.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
        long covered = cells.Where(cell => cell.Cell.Answers > 0).Sum(cell => cell.Cell.Customers), answers = cells.Sum(cell => cell.Cell.Answers), customers = cells.Sum(cell => cell.Cell.Customers);
        List<PoststratificationCell> rows = [];
        NoValue? refusal = _watch.Refusal;
        List<double> values = [], weights = [];
        List<long> counts = [];
        foreach ((CellKey key, Cell cell) in cells)
        {
            double? full = cell.Answers == 0 ? null : (double)cell.Customers / covered / ((double)cell.Answers / answers);
            double? weight = full is { } uncapped ? Math.Min(uncapped, _definition.Cap) : null;
            KeyValuePair<double, long>[] own = [.. cell.Outcomes.OrderBy(pair => pair.Key).Where(pair => pair.Value > 0)];
            values.AddRange(own.Select(pair => pair.Key));
            weights.AddRange(own.Select(_ => weight!.Value));
            counts.AddRange(own.Select(pair => pair.Value));
            rows.Add(new PoststratificationCell
            {
                Values = key.Values,
                Customers = cell.Customers,
                Answers = cell.Answers,
                Value = refusal is null ? _definition.Outcome.SampleOf([.. own.Select(pair => pair.Key)], [.. own.Select(pair => pair.Value)]).Value * _definition.Outcome.Scale : null,
                Weight = weight,
                IsCapped = full > _definition.Cap,
            });
        }

        return new PoststratifiedSurveyResult
        {
            Definition = _definition,
            Cells = EquatableList.Of<PoststratificationCell>(rows),
            Customers = customers,
            CustomersOutside = customers - covered,
            Invalid = _invalid,
            Sample = _definition.Outcome.SampleOf([.. values], [.. counts]),
            Weighted = WeightedMean.Of([.. values], [.. weights], [.. counts]),
            Interval = PoststratifiedEstimate.Of(_definition, [.. values], [.. weights], [.. counts]),
            Refusal = refusal,
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_invalid);
        _watch.Save(state);
        state.Write(_cells.Count);
        foreach ((CellKey key, Cell cell) in _cells)
        {
            foreach (string? value in key.Values)
            {
                state.Write(value is not null);
                if (value is not null) state.Write(value);
            }

            state.Write(cell.Customers);
            state.Write(cell.Outcomes.Count);
            foreach ((double outcome, long count) in cell.Outcomes)
            {
                state.Write(outcome);
                state.Write(count);
            }
        }
    }

    public override void Load(BinaryReader state)
    {
        _invalid = Counted(state.ReadInt64());
        _watch.Load(state);
        for (long left = Counted(state.ReadInt32()); left > 0; left--)
        {
            Cell cell = CellOf(new CellKey([.. _definition.Attributes.Select(_ => state.ReadBoolean() ? state.ReadString() : null)]));
            cell.Customers += Counted(state.ReadInt64());
            for (long outcomes = Counted(state.ReadInt32()); outcomes > 0; outcomes--)
            {
                double outcome = state.ReadDouble();
                if (!double.IsFinite(outcome)) throw new InvalidDataException("An outcome is not finite.");
                cell.Count(outcome, Counted(state.ReadInt64()));
            }

            if (cell.Answers > cell.Customers) throw new InvalidDataException($"{cell.Answers} answers of {cell.Customers} customers are not possible.");
        }
    }

    private static long Counted(long count) => count is >= 0 and <= int.MaxValue ? count : throw new InvalidDataException($"There cannot be {count} customers or answers.");

    private Cell CellOf(CellKey key)
    {
        if (_cells.TryGetValue(key, out Cell? cell)) return cell;
        _cells.Add(key, cell = new Cell());
        return cell;
    }

    private sealed class Cell
    {
        public long Customers { get; set; }

        public long Answers { get; private set; }

        public Dictionary<double, long> Outcomes { get; } = [];

        public void Count(double outcome, long count)
        {
            Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + count;
            Answers += count;
        }
    }
}
