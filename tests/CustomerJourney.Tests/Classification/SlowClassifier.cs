using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification;

/// <summary>The rules of classification written down as slowly and obviously as possible: one customer, one event after the other.</summary>
internal sealed class SlowClassifier(Journey map)
{
    public sealed record Classified(JourneyEvent Event, int? Stage, string? Touchpoint, int? AnswerStage, string? AnswerTouchpoint);

    public sealed record Visit(int Stage, DateTimeOffset Entered, DateTimeOffset? Exited, int Events, bool IsReturn, int Skipped, bool IsBackward);

    public static IEnumerable<JourneyEvent> InOrder(IEnumerable<JourneyEvent> events, string customer) =>
        events.Where(one => one.Customer == customer).OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence);

    public List<Classified> Classify(IEnumerable<JourneyEvent> ordered)
    {
        List<Classified> classified = [];
        int? current = null;
        foreach (JourneyEvent one in ordered)
        {
            Touchpoint[] candidates = Candidates(one.Event, one.Channel);
            int? stage = Resolve([.. candidates.Select(touchpoint => touchpoint.Stage.Position)], current);
            if (stage is not null) current = stage;
            string? touchpoint = candidates.FirstOrDefault(candidate => candidate.Stage.Position == stage)?.Name;
            Touchpoint? about = one.Feedback?.About is { } name ? map.FindTouchpoint(name) : null;
            classified.Add(new(
                one,
                stage,
                touchpoint,
                one.Feedback is null ? null : about?.Stage.Position ?? current,
                one.Feedback is null ? null : about?.Name ?? touchpoint));
        }

        return classified;
    }

    public static List<Visit> Visits(List<Classified> events)
    {
        List<Visit> visits = [];
        foreach (Classified one in events.Where(one => one.Stage is not null))
        {
            int stage = one.Stage!.Value;
            DateTimeOffset at = one.Event.StartedAt ?? one.Event.At;
            if (visits.Count > 0 && visits[^1].Stage == stage)
            {
                visits[^1] = visits[^1] with { Events = visits[^1].Events + 1 };
                continue;
            }

            int before = visits.Count == 0 ? -1 : visits[^1].Stage;
            if (visits.Count > 0) visits[^1] = visits[^1] with { Exited = at };
            int between = Enumerable.Range(0, 300).Count(other => before < other && other < stage);
            visits.Add(new(stage, at, null, 1, visits.Any(visit => visit.Stage == stage), between, stage < before));
        }

        return visits;
    }

    private Touchpoint[] Candidates(string name, string? channel)
    {
        Touchpoint[] onChannel = [.. map.Touchpoints.Where(touchpoint => channel is not null && touchpoint.EventBindings.Any(binding => binding.Event == name && binding.Channel == channel))];
        return onChannel.Length > 0 ? onChannel : [.. map.Touchpoints.Where(touchpoint => touchpoint.EventBindings.Any(binding => binding.Event == name && binding.Channel is null))];
    }

    private static int? Resolve(int[] stages, int? current)
    {
        if (stages.Length == 0) return null;
        if (current is null) return stages.Min();
        if (stages.Contains(current.Value)) return current;
        return stages.Any(stage => stage > current) ? stages.Where(stage => stage > current).Min() : stages.Max();
    }
}
