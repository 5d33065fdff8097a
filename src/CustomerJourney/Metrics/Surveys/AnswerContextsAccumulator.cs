using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Gathers a row for each answer that counts.</summary>
internal sealed class AnswerContextsAccumulator : Accumulator<AnswerContextsResult>
{
    private readonly AnswerContexts _definition;
    private readonly LogSchema _schema;
    private readonly GroupBinding? _stages;
    private readonly GroupBinding? _touchpoints;
    private readonly GroupBinding? _steps;
    private readonly DriverReader? _stageReader;
    private readonly double[] _stageScratch = [];
    private readonly int _purchase;
    private readonly List<AnswerContext> _rows = [];
    private readonly List<OutcomeReading> _readings = [];
    private readonly OutcomeWatch _watch;
    private long _invalid;

    public AnswerContextsAccumulator(AnswerContexts definition, LogSchema schema)
    {
        (_definition, _schema) = (definition, schema);
        if (schema.IsDetached)
        {
            _watch = definition.Outcome.Watch(schema);
            return;
        }

        List<string> problems = [.. new[] { definition.Outcome.Fault }.OfType<string>()];
        foreach (string name in definition.Attributes.Where(name => !schema.CustomerAttributes.Contains(name)))
            problems.Add($"The log has no customer attribute '{name}'; it has {(schema.CustomerAttributes.Count == 0 ? "none" : string.Join(", ", schema.CustomerAttributes.Select(other => $"'{other}'")))}.");
        if (definition.PathOf == AnswerPath.Stages && schema.Journey is null)
            problems.Add("The path is of stages, and the log has not been classified: classify it with a map first, journey.Classify(log), or take a path of events.");
        if (problems.Count > 0) throw new JourneyDefinitionException("The analysis of answers", problems);
        _watch = definition.Outcome.Watch(schema);

        if (schema.Journey is not null)
        {
            _stages = Dimension.Stage.Bind(schema);
            _touchpoints = Dimension.Touchpoint.Bind(schema);
            _stageReader = DriverReader.Of(Driver.CurrentStage, schema);
            _stageScratch = new double[_stageReader.Keys.Count];
        }

        _steps = definition.PathOf switch
        {
            AnswerPath.Stages => _stages,
            AnswerPath.Channels => Dimension.Channel.Bind(schema),
            AnswerPath.Touchpoints when _touchpoints is not null => _touchpoints,
            _ => new EventNameDimension(null).Bind(schema),
        };
        _purchase = definition.PurchaseEvent is { } purchase ? schema.EventCode(purchase) : -1;
    }

    public override void Add(in CustomerTrace trace)
    {
        _readings.Clear();
        _watch.Add(trace);
        _definition.Outcome.Read(trace, int.MaxValue, _readings);
        foreach (OutcomeReading reading in _readings)
        {
            if (reading.Value is { } value) _rows.Add(ContextOf(trace, reading, value));
            else _invalid++;
        }
    }

    public override void Merge(Accumulator<AnswerContextsResult> other)
    {
        _rows.AddRange(((AnswerContextsAccumulator)other)._rows);
        _invalid += ((AnswerContextsAccumulator)other)._invalid;
        _watch.Merge(((AnswerContextsAccumulator)other)._watch);
    }

    public override AnswerContextsResult ToResult() => new()
    {
        Definition = _definition,
        Answers = EquatableList.Of<AnswerContext>([.. _rows.OrderBy(row => row.Customer, StringComparer.Ordinal).ThenBy(row => row.Position)]),
        Invalid = _invalid,
        Refusal = _watch.Refusal,
    };

    public override void Save(BinaryWriter state)
    {
        state.Write(_invalid);
        _watch.Save(state);
        state.Write(_rows.Count);
        foreach (AnswerContext row in _rows) AnswerContextState.Save(row, state);
    }

    public override void Load(BinaryReader state)
    {
        _invalid = KeptNumbers.ReadCount(state);
        _watch.Load(state);
        int count = state.ReadInt32();
        if (count < 0) throw new InvalidDataException("There cannot be fewer than no answers.");
        for (int row = 0; row < count; row++) _rows.Add(AnswerContextState.Load(state, _definition));
    }

    private AnswerContext ContextOf(in CustomerTrace trace, OutcomeReading reading, double value)
    {
        Moment moment = Moment.At(trace, reading.Position, null);
        int last = -1;
        long events = 0;
        long? first = null, purchase = null;
        for (int position = 0; position < moment.Position; position++)
        {
            long ticks = trace.Ticks[position];
            if (!moment.Includes(ticks)) continue;
            events++;
            if (!(first <= ticks)) first = ticks;
            if (trace.Events[position] == _purchase && !(purchase >= ticks)) purchase = ticks;
            if (_touchpoints?.GroupAt(trace, position) is int touchpoint && touchpoint != _touchpoints.None) last = touchpoint;
        }

        bool isEvent = reading.Position < trace.Length;
        byte channel = isEvent ? trace.Channels[reading.Position] : LogSchema.NoChannel;
        return new AnswerContext
        {
            Customer = _schema.CustomerNames.Value[trace.Customer],
            At = new DateTimeOffset(Math.Max(0, moment.Ticks), TimeSpan.Zero),
            Position = reading.Position,
            Score = reading.Score,
            Value = value,
            Question = isEvent ? trace[reading.Position].Feedback?.Question : null,
            Stage = StageOf(trace, moment),
            LastTouchpoint = last < 0 ? null : _touchpoints!.Keys[last].Name,
            Channel = channel == LogSchema.NoChannel ? null : _schema.Channels[channel],
            EventsBefore = events,
            DaysSinceFirst = Days(moment.Ticks, first),
            DaysSincePurchase = Days(moment.Ticks, purchase),
            Path = PathOf(trace, moment),
            Attributes = AttributesOf(trace),
        };
    }

    private static double? Days(long until, long? since) => since is { } from ? (until - from) / (double)TimeSpan.TicksPerDay : null;

    private string?[] AttributesOf(in CustomerTrace trace)
    {
        string?[] values = new string?[_definition.Attributes.Count];
        for (int index = 0; index < values.Length; index++) values[index] = trace.Attribute(_definition.Attributes[index]);
        return values;
    }

    private string? StageOf(in CustomerTrace trace, in Moment moment)
    {
        if (_stageReader is null) return null;
        _stageReader.Read(trace, moment, _stageScratch);
        int place = Array.IndexOf(_stageScratch, 1);
        Array.Clear(_stageScratch);
        return place == _stages!.None ? null : _stages.Keys[place].Name;
    }

    /// <summary>The last steps. Stays in a stage or on a channel are one step each, events one each.</summary>
    private IReadOnlyList<string> PathOf(in CustomerTrace trace, in Moment moment)
    {
        List<int> steps = [];
        bool staying = _definition.PathOf is AnswerPath.Stages or AnswerPath.Channels;
        (int next, int end) = trace.SilenceRange;
        for (int position = 0; position < moment.Position; position++)
        {
            if (moment.Includes(trace.Ticks[position])) Step(_steps!.GroupAt(trace, position));
            for (; next < end && trace.Columns.Silences!.Positions[next] <= trace.Start + position; next++)
            {
                if (moment.Includes(trace.Columns.Silences.Ticks[next])) Step(_steps!.GroupOfSilence(trace, next));
            }
        }

        return EquatableList.Of<string>([.. steps.TakeLast(_definition.Steps).Select(step => _steps!.Keys[step].Name)]);

        void Step(int group)
        {
            if (group != _steps!.None && !(staying && steps.Count > 0 && steps[^1] == group)) steps.Add(group);
        }
    }
}
