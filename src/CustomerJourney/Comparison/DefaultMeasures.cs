using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Comparison;

/// <summary>What is compared where nothing else is asked: the surveys that either side has, overall and by stage, and the way from each stage to the next.</summary>
internal static class DefaultMeasures
{
    public static IReadOnlyList<Analysis> For(StagedLog baseline, StagedLog candidate)
    {
        List<Analysis> measures = [];
        Nps nps = new();
        Csat csat = new();
        Ces ces = new();
        if (Has(FeedbackKind.Nps)) measures.AddRange([nps, nps.By(Dimension.Stage)]);
        if (Has(FeedbackKind.Csat)) measures.AddRange([csat, csat.By(Dimension.Stage)]);
        if (Has(FeedbackKind.Ces)) measures.AddRange([ces, ces.By(Dimension.Stage)]);

        // Without a window the side that was watched longer would look better, since everybody there had more time.
        TimeSpan window = new(Math.Min(StageWays.WindowFor(baseline).Ticks, StageWays.WindowFor(candidate).Ticks));
        IReadOnlyList<Stage> stages = baseline.Journey.Stages;
        for (int stage = 1; stage < stages.Count; stage++)
        {
            // A map with other stages has no such way.
            if (Common(stages[stage - 1]) is { } from && Common(stages[stage]) is { } to) measures.Add(StageWays.Between(from, to, window));
        }

        return measures;

        // The stage by what finds it on both maps: its name, and where others have that as name or id, its id.
        Step? Common(Stage stage) => ((string[])[stage.Name, stage.Id])
            .Where(word => baseline.Journey.StageNames.TryFind(word) == stage && candidate.Journey.StageNames.TryFind(word) is { } other && (word == other.Id) == (word == stage.Id))
            .Select(word => StageWays.StepAt(baseline.Journey, stage, word))
            .FirstOrDefault();

        bool Has(FeedbackKind kind) => Answers(baseline, kind) || Answers(candidate, kind);
    }

    private static bool Answers(StagedLog log, FeedbackKind kind) => log.Columns.Feedback is { } feedback && Array.IndexOf(feedback.Kinds, kind) >= 0;
}
