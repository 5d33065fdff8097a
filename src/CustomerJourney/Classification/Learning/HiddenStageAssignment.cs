using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>Classifies a log by a hidden stage model: stages by Viterbi, touchpoints, answers and personas through the map.</summary>
internal sealed class HiddenStageAssignment
{
    private const int CustomersInChunk = 1024;

    private readonly HiddenStageModel _model;
    private readonly LogColumns _columns;
    private readonly StageEvidence _evidence;
    private readonly StageMachine? _machine;
    private readonly LogBinding? _binding;
    private readonly byte[] _stages;
    private readonly int[]? _touchpoints;
    private readonly byte[] _answerStages;
    private readonly int[] _answerTouchpoints;
    private readonly int[] _touchpointOfAbout;
    private readonly byte[] _stageOfTouchpoint;
    private readonly ushort[] _symbols;
    private readonly long[] _unknown;
    private long _unknownTouchpoints;

    private HiddenStageAssignment(HiddenStageModel model, JourneyLog log, StageEvidence evidence)
    {
        _model = model;
        _columns = log.Columns;
        _evidence = evidence;
        _symbols = model.SymbolsOf(log.Schema);
        _unknown = new long[log.Schema.Events.Count];
        _stages = new byte[_columns.EventCount];
        int answers = _columns.Feedback?.Scores.Length ?? 0;
        _answerStages = new byte[answers];
        _answerTouchpoints = new int[answers];
        Touchpoint[] touchpoints = [.. model.Journey.Touchpoints];
        _stageOfTouchpoint = [.. touchpoints.Select(touchpoint => (byte)touchpoint.Stage.Position)];
        _touchpointOfAbout = [.. (_columns.Feedback?.AboutNames ?? []).Select(name => model.Journey.TouchpointNames.TryFind(name) is { } found ? Array.IndexOf(touchpoints, found) : -1)];
        // Where touchpoints ask for attributes, names and channels alone do not tell them.
        if (!touchpoints.Any(touchpoint => touchpoint.EventBindings.Any(binding => binding.Conditions.Count > 0))) return;
        _touchpoints = new int[_columns.EventCount];
        _machine = StageMachine.Compile(model.Journey, StageRules.None);
        _binding = new LogBinding(_machine, log.Schema, _columns);
    }

    public static StagedLog Classify(HiddenStageModel model, JourneyLog log, DateTimeOffset? observedUntil)
    {
        StageEvidence evidence = new(model.Journey, StageRules.None, log.Schema);
        HiddenStageAssignment assignment = new(model, log, evidence);
        assignment.Run(log.CustomerCount);
        LogColumns columns = log.Columns with
        {
            Stages = assignment._stages,
            Touchpoints = assignment._touchpoints,
            Silences = null,
            Feedback = log.Columns.Feedback is { } feedback ? feedback with { Stages = assignment._answerStages, Touchpoints = assignment._answerTouchpoints } : null,
            Personas = PersonaAssignment.Of(log, model.Journey),
        };
        DataQualityReport quality = log.Quality with
        {
            UnknownEvents = assignment._unknown.Sum(),
            UnknownEventNames =
            [
                .. assignment._unknown.Index().Where(name => name.Item > 0).OrderByDescending(name => name.Item).ThenBy(name => name.Index)
                    .Select(name => new NameCount { Name = log.Schema.Events[name.Index], Count = name.Item }),
            ],
            UnknownTouchpoints = assignment._unknownTouchpoints,
        };
        return new StagedLog(model.Journey, StageRules.None, log.Schema.With(columns, log.Range, observedUntil, model.Journey, evidence), columns, new(log.CustomerArray), quality) { Reclassify = model.Classify };
    }

    private void Run(int customers)
    {
        Lock counts = new();
        Parallel.For(
            0,
            (customers + CustomersInChunk - 1) / CustomersInChunk,
            () => new Worker(this),
            (chunk, _, worker) =>
            {
                int end = (int)Math.Min(customers, ((long)chunk + 1) * CustomersInChunk);
                for (int customer = chunk * CustomersInChunk; customer < end; customer++) worker.Assign(customer);
                return worker;
            },
            worker =>
            {
                lock (counts)
                {
                    for (int code = 0; code < _unknown.Length; code++) _unknown[code] += worker.Unknown[code];
                    _unknownTouchpoints += worker.UnknownTouchpoints;
                }
            });
    }

    private sealed class Worker(HiddenStageAssignment all)
    {
        private readonly SymbolSequence _sequence = new(all._symbols);
        private readonly HiddenMarkovModelWorkspace _workspace = new();
        private byte[] _path = [];

        public long[] Unknown { get; } = new long[all._unknown.Length];

        public long UnknownTouchpoints { get; private set; }

        public void Assign(int customer)
        {
            int start = all._columns.Offsets[customer], length = all._columns.Offsets[customer + 1] - start;
            ReadOnlySpan<ushort> events = all._columns.Events.AsSpan(start, length);
            Span<byte> stages = all._stages.AsSpan(start, length);
            _sequence.Read(events);
            if (_path.Length < _sequence.Count) _path = new byte[Math.Max(_sequence.Count, (int)Math.Min(2L * _path.Length, Array.MaxLength))];
            stages.Fill(LogSchema.NoStage);
            Span<byte> path = _path.AsSpan(0, _sequence.Count);
            if (all._model.Probabilities.Viterbi(_sequence.Symbols, path, _workspace) > double.NegativeInfinity)
                for (int place = 0; place < path.Length; place++) stages[_sequence.Positions[place]] = path[place];
            if (_sequence.Count < length)
                foreach (ushort code in events)
                    if (IsUnknown(code)) Unknown[code]++;
            if (all._binding is not null)
            {
                LogWalk walk = all._binding.EventsOf(customer, customer + 1);
                for (; walk.Index < start + length; walk.Index++) all._touchpoints![walk.Index] = all._machine!.TouchpointOf(walk, all._stages[walk.Index]);
            }

            if (all._columns.Feedback is { } feedback) AssignAnswers(feedback, customer, start);
        }

        private bool IsUnknown(ushort code) => all._symbols[code] == HiddenStageModel.UnknownSymbol;

        // As everywhere: an answer belongs to the touchpoint that it is about; else to that of its event, in the stage in which the customer was.
        private void AssignAnswers(FeedbackColumn feedback, int customer, int start)
        {
            byte current = LogSchema.NoStage;
            for (int answer = feedback.Offsets[customer]; answer < feedback.Offsets[customer + 1]; answer++)
            {
                int position = feedback.Positions[answer];
                int latest = all._stages.AsSpan(start, position + 1 - start).LastIndexOfAnyExcept(LogSchema.NoStage);
                if (latest >= 0) current = all._stages[start + latest];
                start = position + 1;
                ushort code = all._columns.Events[position];
                int about = feedback.About is { } abouts ? abouts[answer] : -1;
                if (about >= 0 && all._touchpointOfAbout[about] is >= 0 and int touchpoint)
                {
                    all._answerTouchpoints[answer] = touchpoint;
                    all._answerStages[answer] = all._stageOfTouchpoint[touchpoint];
                    // An answer about a known touchpoint is known, whatever its event is called.
                    if (IsUnknown(code)) Unknown[code]--;
                    continue;
                }

                if (about >= 0) UnknownTouchpoints++;
                all._answerStages[answer] = current;
                byte stage = all._stages[position];
                all._answerTouchpoints[answer] =
                    all._touchpoints is { } touchpoints ? touchpoints[position]
                    : stage == LogSchema.NoStage ? -1
                    : all._evidence.TouchpointOf(code, all._columns.Channels is { } channels ? channels[position] : LogSchema.NoChannel, stage);
            }
        }
    }
}
