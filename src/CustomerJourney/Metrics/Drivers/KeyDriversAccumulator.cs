using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>Gathers a row for each customer with an outcome.</summary>
internal sealed class KeyDriversAccumulator : Accumulator<KeyDriversResult>
{
    private readonly KeyDrivers _definition;
    private readonly FeatureTable _table;
    private readonly List<OutcomeReading> _readings = [];
    private readonly OutcomeWatch _watch;
    private long _withoutOutcome;
    private long _invalid;

    public KeyDriversAccumulator(KeyDrivers definition, LogSchema schema)
    {
        _definition = definition;
        _table = new FeatureTable(
            definition.Of,
            schema,
            "The analysis of drivers",
            definition.Outcome.Fault,
            definition.Outcome.Counting == AnswerCounting.All ? $"All answers to {definition.Outcome.Name} count, and drivers are analyzed by customer: count the latest or the first answer of each." : null);
        _watch = definition.Outcome.Watch(schema);
    }

    public override void Add(in CustomerTrace trace)
    {
        _readings.Clear();
        _watch.Add(trace);
        _definition.Outcome.Read(trace, 1, _readings);
        if (_readings.Count == 0) _withoutOutcome++;
        else if (_readings[0].Value is not { } outcome) _invalid++;
        else _table.Add(trace, Moment.At(trace, _readings[0].Position, _definition.LookBack), outcome);
    }

    public override void Merge(Accumulator<KeyDriversResult> other)
    {
        KeyDriversAccumulator part = (KeyDriversAccumulator)other;
        _table.Merge(part._table);
        _watch.Merge(part._watch);
        _withoutOutcome += part._withoutOutcome;
        _invalid += part._invalid;
    }

    public override KeyDriversResult ToResult() => DriverSolver.Solve(_definition, _table, _withoutOutcome, _invalid, _watch.Refusal);

    public override void Save(BinaryWriter state)
    {
        _table.Save(state);
        _watch.Save(state);
        state.Write(_withoutOutcome);
        state.Write(_invalid);
    }

    public override void Load(BinaryReader state)
    {
        _table.Load(state, 0);
        _watch.Load(state);
        _withoutOutcome = KeptNumbers.ReadCount(state);
        _invalid = KeptNumbers.ReadCount(state);
    }
}
