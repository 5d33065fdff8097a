using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Reads the stage visits off a trace: runs of events of one stage, events that the map does not know passed over.</summary>
internal static class VisitReader
{
    public static List<StageVisit> Read(in CustomerTrace trace, IReadOnlyList<Stage> stages)
    {
        List<StageVisit> visits = [];
        HashSet<int> seen = [];
        ReadOnlySpan<byte> codes = trace.Stages;
        ReadOnlySpan<long> started = trace.StartedTicks;
        int before = -1;
        for (int first = Next(codes, 0, LogSchema.NoStage); first < codes.Length;)
        {
            int stage = codes[first];
            int events = 1;
            int next = first + 1;
            for (; next < codes.Length && (codes[next] == stage || codes[next] == LogSchema.NoStage); next++)
            {
                if (codes[next] == stage) events++;
            }

            visits.Add(new StageVisit
            {
                Stage = stages[stage],
                Entered = new DateTimeOffset(started[first], TimeSpan.Zero),
                Exited = next < codes.Length ? new DateTimeOffset(started[next], TimeSpan.Zero) : null,
                Events = events,
                IsReturn = !seen.Add(stage),
                SkippedStages = Math.Max(0, stage - before - 1),
                IsBackward = stage < before,
            });
            before = stage;
            first = next;
        }

        return visits;
    }

    private static int Next(ReadOnlySpan<byte> codes, int from, byte passedOver)
    {
        int index = codes[from..].IndexOfAnyExcept(passedOver);
        return index < 0 ? codes.Length : from + index;
    }
}
