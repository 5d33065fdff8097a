using System.Numerics;
using System.Runtime.Intrinsics;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The stage of every event and every answer of a log, what happened between events, and what the map did not know.</summary>
internal sealed partial class StageAssignment
{
    /// <summary>So few that what is noted of them stays in the cache, and lists of it stay small.</summary>
    private const int CustomersInChunk = 1024;

    private readonly StageEvidence _evidence;
    private readonly LogColumns _columns;
    private readonly int _threads;
    private readonly int[] _touchpointOfAbout;
    private readonly byte[] _stageOfTouchpoint;

    private StageAssignment(JourneyLog log, Journey journey, StageEvidence evidence, int? threads)
    {
        _threads = threads ?? Environment.ProcessorCount;
        _evidence = evidence;
        _columns = log.Columns;
        Stages = GC.AllocateUninitializedArray<byte>(_columns.EventCount);
        UnknownEvents = new long[log.Schema.Events.Count];
        Touchpoint[] touchpoints = [.. journey.Touchpoints];
        _stageOfTouchpoint = [.. touchpoints.Select(touchpoint => (byte)touchpoint.Stage.Position)];
        int answers = _columns.Feedback?.Scores.Length ?? 0;
        AnswerStages = new byte[answers];
        AnswerTouchpoints = new int[answers];
        _touchpointOfAbout = [.. (_columns.Feedback?.AboutNames ?? []).Select(name => journey.TouchpointNames.TryFind(name) is { } found ? Array.IndexOf(touchpoints, found) : -1)];
    }

    public byte[] Stages { get; }

    /// <summary>The touchpoint of each event, where names alone do not tell it.</summary>
    public int[]? Touchpoints { get; private set; }

    public SilenceColumn? Silences { get; private set; }

    public byte[] AnswerStages { get; }

    public int[] AnswerTouchpoints { get; }

    /// <summary>For each event name, how often it occurs where the map does not know it.</summary>
    public long[] UnknownEvents { get; }

    public long UnknownTouchpoints { get; private set; }

    /// <summary>By the evidence of touchpoints alone, none of which has conditions.</summary>
    public static StageAssignment Of(JourneyLog log, Journey journey, StageEvidence evidence, int? threads = null)
    {
        StageAssignment assignment = new(log, journey, evidence, threads);
        assignment.Run(log.CustomerCount, (_, first, end, unknown) => assignment.AssignEvents(first, end, unknown.Events));
        return assignment;
    }

    /// <summary>By rules and whatever else a machine knows.</summary>
    /// <param name="log">The log.</param>
    /// <param name="journey">The map.</param>
    /// <param name="evidence">What is known of names.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="asOf">Until when silence is waited for, in UTC ticks.</param>
    /// <param name="threads">On how many threads; <see langword="null"/> for all cores.</param>
    public static StageAssignment Of(JourneyLog log, Journey journey, StageEvidence evidence, StageMachine machine, long asOf, int? threads = null)
    {
        StageAssignment assignment = new(log, journey, evidence, threads);
        assignment.Run(log, journey, machine, asOf);
        return assignment;
    }

    private void Run(int customers, Action<int, int, int, Unknown> assign)
    {
        int chunks = ChunksOf(customers);
        Unknown[] unknown = [.. Enumerable.Range(0, Math.Clamp(_threads, 1, Math.Max(1, chunks))).Select(_ => new Unknown(new long[UnknownEvents.Length]))];
        int next = -1;
        if (unknown.Length == 1) Work(0);
        else Parallel.For(0, unknown.Length, Work);
        foreach (Unknown of in unknown) Add(of);

        // Each worker takes the next chunk until there is none left.
        void Work(int worker)
        {
            for (int chunk = Interlocked.Increment(ref next); chunk < chunks; chunk = Interlocked.Increment(ref next))
            {
                int first = chunk * CustomersInChunk, end = Math.Min(customers, first + CustomersInChunk);
                assign(chunk, first, end, unknown[worker]);
                AssignAnswers(first, end, unknown[worker]);
            }
        }
    }

    private static int ChunksOf(int customers) => (customers + CustomersInChunk - 1) / CustomersInChunk;

    private void Add(Unknown unknown)
    {
        for (int code = 0; code < UnknownEvents.Length; code++) UnknownEvents[code] += unknown.Events[code];
        UnknownTouchpoints += unknown.Touchpoints;
    }

    /// <summary>Most events stand for the same stage whatever came before, so those are looked up without waiting for each other, and the rest are decided afterwards.</summary>
    private void AssignEvents(int firstCustomer, int endCustomer, long[] unknown)
    {
        ReadOnlySpan<int> offsets = _columns.Offsets;
        int start = offsets[firstCustomer], count = offsets[endCustomer] - start;
        ReadOnlySpan<ushort> events = _columns.Events.AsSpan(start, count);
        Span<byte> stages = Stages.AsSpan(start, count);
        if (_evidence.HasEvidenceByChannel && _columns.Channels is { } channels)
        {
            for (int index = 0; index < stages.Length; index++) stages[index] = _evidence.StageWithoutContext(events[index], channels[start + index]);
        }
        else
        {
            ByteTable.Look(_evidence.StagesWithoutContext, events, stages);
        }

        if (_evidence.HasUndecided) Decide(firstCustomer, endCustomer);
        if (_evidence.HasUnknown) CountUnknown(events, stages, unknown);
        if (_columns.Feedback is { } feedback) FindCurrent(feedback, firstCustomer, endCustomer);
    }

    /// <summary>Decides the events that stand for one of several stages, by the stage before them.</summary>
    private void Decide(int customer, int endCustomer)
    {
        ReadOnlySpan<int> offsets = _columns.Offsets;
        Span<byte> stages = Stages.AsSpan(0, offsets[endCustomer]);
        int block = offsets[customer];
        for (; stages.Length - block >= Vector512<byte>.Count; block += Vector512<byte>.Count)
        {
            // What is decided is a stage again, so the mask that was taken before stays right.
            ulong undecided = Vector512.Equals(Vector512.Create(stages[block..]), Vector512.Create(StageEvidence.Undecided)).ExtractMostSignificantBits();
            for (; undecided != 0; undecided &= undecided - 1) Decide(stages, block + BitOperations.TrailingZeroCount(undecided), ref customer);
        }

        for (; block < stages.Length; block++)
        {
            if (stages[block] == StageEvidence.Undecided) Decide(stages, block, ref customer);
        }
    }

    /// <summary>Decides one event.</summary>
    /// <param name="stages">The stages of all events, those before decided.</param>
    /// <param name="index">The event.</param>
    /// <param name="customer">A customer from whom on its own is looked for; becomes that one.</param>
    private void Decide(Span<byte> stages, int index, ref int customer)
    {
        ReadOnlySpan<int> offsets = _columns.Offsets;
        while (offsets[customer + 1] <= index) customer++;
        int first = offsets[customer];
        byte before = LogSchema.NoStage;
        if (index > first)
        {
            before = stages[index - 1];
            // What is decided is a stage again, so nothing is walked back over twice.
            if (before == LogSchema.NoStage && stages[first..index].LastIndexOfAnyExcept(LogSchema.NoStage) is >= 0 and int latest) before = stages[first + latest];
        }

        stages[index] = _evidence.StageAfter(before, _columns.Events[index], _columns.Channels is { } channels ? channels[index] : LogSchema.NoChannel);
    }

    private static void CountUnknown(ReadOnlySpan<ushort> events, ReadOnlySpan<byte> stages, long[] unknown)
    {
        for (int index = 0; index < stages.Length; index++)
        {
            if (stages[index] == LogSchema.NoStage) unknown[events[index]]++;
        }
    }

    /// <summary>The stages in which customers were when they answered.</summary>
    private void FindCurrent(FeedbackColumn feedback, int customer, int endCustomer)
    {
        ReadOnlySpan<int> offsets = _columns.Offsets;
        ReadOnlySpan<byte> stages = Stages;
        byte current = LogSchema.NoStage;
        int before = -1;
        int end = feedback.Offsets[endCustomer];
        for (int answer = feedback.Offsets[customer]; answer < end; answer++)
        {
            int position = feedback.Positions[answer];
            byte own = stages[position];
            if (own == LogSchema.NoStage)
            {
                // The answer before, if it is the same customer's, tells what was before it: nothing is walked back over twice.
                while (offsets[customer + 1] <= position) customer++;
                bool isFirst = before < offsets[customer];
                int from = isFirst ? offsets[customer] : before + 1;
                int latest = stages[from..position].LastIndexOfAnyExcept(LogSchema.NoStage);
                own = latest >= 0 ? stages[from + latest] : isFirst ? LogSchema.NoStage : current;
            }

            AnswerStages[answer] = current = own;
            before = position;
        }
    }

    /// <summary>An answer belongs to the touchpoint that it is about; else to that of its event; else to the stage in which the customer was, which it has already.</summary>
    private void AssignAnswers(int firstCustomer, int endCustomer, Unknown unknown)
    {
        if (_columns.Feedback is not { } feedback) return;
        for (int answer = feedback.Offsets[firstCustomer]; answer < feedback.Offsets[endCustomer]; answer++) AssignAnswer(feedback, answer, unknown);
    }

    private void AssignAnswer(FeedbackColumn feedback, int answer, Unknown unknown)
    {
        int position = feedback.Positions[answer];
        int about = feedback.About is { } abouts ? abouts[answer] : -1;
        if (about >= 0 && _touchpointOfAbout[about] is >= 0 and int touchpoint)
        {
            AnswerTouchpoints[answer] = touchpoint;
            AnswerStages[answer] = _stageOfTouchpoint[touchpoint];
            // An answer about a known touchpoint is known, whatever its event is called.
            if (IsUnknown(position)) unknown.Events[_columns.Events[position]]--;
            return;
        }

        if (about >= 0) unknown.Touchpoints++;
        AnswerTouchpoints[answer] =
            Touchpoints is not null ? Touchpoints[position]
            : Stages[position] == LogSchema.NoStage ? -1
            : _evidence.TouchpointOf(_columns.Events[position], _columns.Channels is { } channels ? channels[position] : LogSchema.NoChannel, Stages[position]);
    }

    private bool IsUnknown(int position) => Stages[position] == LogSchema.NoStage && !_evidence.IsNamedByRule(_columns.Events[position]);

    /// <summary>What one thread met that the map does not know.</summary>
    private sealed class Unknown(long[] events)
    {
        public long[] Events { get; } = events;

        public long Touchpoints { get; set; }
    }
}
