using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>The events of one customer, run through the machine once more, with everything that it says of them.</summary>
internal sealed class CustomerCourse
{
    private readonly long[] _before;

    /// <param name="explainer">The map and the rules.</param>
    /// <param name="events">The events of the customer, in the order of a log.</param>
    /// <param name="asOf">The instant that weights are told for, in UTC ticks; not before the last event.</param>
    /// <param name="silentUntil">Until when silence counts, in UTC ticks: <paramref name="asOf"/>, or just before it.</param>
    /// <param name="machine">What the machine remembers before the first of the events.</param>
    /// <param name="visits">What is known of visits before the first of the events.</param>
    public CustomerCourse(StageExplainer explainer, IReadOnlyList<JourneyEvent> events, long asOf, long silentUntil, ReadOnlySpan<long> machine, ReadOnlySpan<long> visits)
    {
        Explainer = explainer;
        Events = events;
        Started = [.. events.Select(one => (one.StartedAt ?? one.At).UtcTicks)];
        AsOf = asOf;
        _before = machine.ToArray();
        Memory = machine.ToArray();
        Steps = Number(Run(silentUntil), visits.ToArray());
    }

    public StageExplainer Explainer { get; }

    public IReadOnlyList<JourneyEvent> Events { get; }

    /// <summary>When the events began, in UTC ticks.</summary>
    public long[] Started { get; }

    public long AsOf { get; }

    public IReadOnlyList<CourseStep> Steps { get; }

    /// <summary>What the machine remembers after all of that.</summary>
    public long[] Memory { get; }

    /// <summary>The number of the latest stay.</summary>
    public int LatestStay { get; private set; }

    /// <summary>Whether a rule holds, event for event.</summary>
    public bool[] HoldsOf(int rule)
    {
        StageMachine alone = Explainer.Alone(rule);
        long[] memory = (long[])_before.Clone();
        return [.. Events.Select(one => alone.Decide(memory, one).Rule == rule)];
    }

    private List<CourseStep> Run(long silentUntil)
    {
        List<CourseStep> steps = [];
        for (int place = 0; place < Events.Count; place++)
        {
            CourseSink sink = new(steps, place - 1);
            ArrivingEvent arriving = new(Explainer.Machine, Events[place]);
            Decision decision = Explainer.Machine.Decide(Memory, arriving, ref sink);
            steps.Add(new CourseStep(place, place, arriving.StartedTicks, decision.Stage, decision, -1, IsDormancy: false));
        }

        CourseSink last = new(steps, Events.Count - 1);
        Explainer.Machine.AdvanceTo(Memory, silentUntil, ref last);
        return steps;
    }

    /// <summary>Says to which stay each step belongs. The memory of visits decides, so that stays are what they are everywhere.</summary>
    private CourseStep[] Number(List<CourseStep> steps, long[] visits)
    {
        CourseStep[] numbered = [.. steps];
        foreach (ref CourseStep step in numbered.AsSpan())
        {
            long before = VisitsOf(step.Stage);
            if (step.IsDormancy) Explainer.Visits.AddDormancy(visits, step.Ticks);
            else if (step.SilenceRule >= 0) Explainer.Visits.AddSilence(visits, step.Stage, step.Ticks);
            else Explainer.Visits.AddEvent(visits, step.Stage, step.Ticks);
            if (VisitsOf(step.Stage) > before) LatestStay++;
            step = step with { Stay = LatestStay };
        }

        return numbered;

        long VisitsOf(byte stage) => stage == LogSchema.NoStage ? 0 : VisitMemory.VisitsOf(visits, stage);
    }
}
