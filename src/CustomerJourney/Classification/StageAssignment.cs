using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The stage of every event and every answer of a log, and what the map did not know.</summary>
internal sealed class StageAssignment
{
    private const int CustomersInChunk = 4096;

    private readonly StageEvidence _evidence;
    private readonly LogColumns _columns;
    private readonly int[] _touchpointOfAbout;
    private readonly byte[] _stageOfTouchpoint;

    private StageAssignment(JourneyLog log, Journey journey, StageEvidence evidence)
    {
        _evidence = evidence;
        _columns = log.Columns;
        Stages = GC.AllocateUninitializedArray<byte>(_columns.EventCount);
        UnknownEvents = new long[log.Schema.Events.Count];
        Touchpoint[] touchpoints = [.. journey.Touchpoints];
        _stageOfTouchpoint = [.. touchpoints.Select(touchpoint => (byte)touchpoint.Stage.Position)];
        int answers = _columns.Feedback?.Scores.Length ?? 0;
        AnswerStages = new byte[answers];
        AnswerTouchpoints = new int[answers];
        _touchpointOfAbout = [.. (_columns.Feedback?.AboutNames ?? []).Select(name => journey.FindTouchpoint(name) is { } found ? Array.IndexOf(touchpoints, found) : -1)];
    }

    public byte[] Stages { get; }

    public byte[] AnswerStages { get; }

    public int[] AnswerTouchpoints { get; }

    /// <summary>For each event name, how often it occurs where the map does not know it.</summary>
    public long[] UnknownEvents { get; }

    public long UnknownTouchpoints { get; private set; }

    public static StageAssignment Of(JourneyLog log, Journey journey, StageEvidence evidence)
    {
        StageAssignment assignment = new(log, journey, evidence);
        int chunks = (log.CustomerCount + CustomersInChunk - 1) / CustomersInChunk;
        Lock counts = new();
        Parallel.For(
            0,
            chunks,
            () => new long[assignment.UnknownEvents.Length],
            (chunk, _, unknown) =>
            {
                assignment.Assign(chunk * CustomersInChunk, Math.Min(log.CustomerCount, (chunk + 1) * CustomersInChunk), unknown);
                return unknown;
            },
            unknown =>
            {
                lock (counts)
                {
                    for (int code = 0; code < unknown.Length; code++) assignment.UnknownEvents[code] += unknown[code];
                }
            });
        assignment.AssignAnswers();
        return assignment;
    }

    private void Assign(int firstCustomer, int endCustomer, long[] unknown)
    {
        ReadOnlySpan<ushort> events = _columns.Events;
        ReadOnlySpan<byte> stageAfter = _evidence.StageAfter;
        ReadOnlySpan<int> candidatesOf = _evidence.CandidatesOfEvents;
        int sets = _evidence.SetCount;
        int noStage = _evidence.StageCount * sets;
        byte[]? channels = _evidence.HasEvidenceByChannel ? _columns.Channels : null;
        Span<byte> stages = Stages;
        for (int customer = firstCustomer; customer < endCustomer; customer++)
        {
            int before = noStage;
            for (int position = _columns.Offsets[customer]; position < _columns.Offsets[customer + 1]; position++)
            {
                ushort code = events[position];
                int set = channels is null ? candidatesOf[code] : _evidence.CandidatesOf(code, channels[position]);
                byte stage = stageAfter[before + set];
                stages[position] = stage;
                if (set == StageEvidence.NoCandidates) unknown[code]++;
                else before = stage * sets;
            }
        }
    }

    /// <summary>An answer belongs to the touchpoint that it is about; else to that of its event; else to the stage in which the customer was.</summary>
    private void AssignAnswers()
    {
        if (_columns.Feedback is not { } feedback) return;
        for (int customer = 0; customer < _columns.CustomerCount; customer++)
        {
            byte current = LogSchema.NoStage;
            int position = _columns.Offsets[customer];
            for (int answer = feedback.Offsets[customer]; answer < feedback.Offsets[customer + 1]; answer++)
            {
                for (; position <= feedback.Positions[answer]; position++)
                {
                    if (Stages[position] != LogSchema.NoStage) current = Stages[position];
                }

                AssignAnswer(feedback, answer, current);
            }
        }
    }

    private void AssignAnswer(FeedbackColumn feedback, int answer, byte current)
    {
        int position = feedback.Positions[answer];
        int about = feedback.About is { } abouts ? abouts[answer] : -1;
        if (about >= 0 && _touchpointOfAbout[about] is >= 0 and int touchpoint)
        {
            AnswerTouchpoints[answer] = touchpoint;
            AnswerStages[answer] = _stageOfTouchpoint[touchpoint];
            // An answer about a known touchpoint is known, whatever its event is called.
            if (Stages[position] == LogSchema.NoStage) UnknownEvents[_columns.Events[position]]--;
            return;
        }

        if (about >= 0) UnknownTouchpoints++;
        AnswerStages[answer] = current;
        AnswerTouchpoints[answer] = Stages[position] == LogSchema.NoStage
            ? -1
            : _evidence.TouchpointOf(_columns.Events[position], _columns.Channels is { } channels ? channels[position] : LogSchema.NoChannel, Stages[position]);
    }
}
