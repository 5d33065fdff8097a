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
        AddSurvey(FeedbackKind.Nps, new Nps());
        AddSurvey(FeedbackKind.Csat, new Csat());
        AddSurvey(FeedbackKind.Ces, new Ces());
        AddSurvey(FeedbackKind.Ces1, new Ces { Version = CesVersion.Version1 });
        AddSurvey(FeedbackKind.Emotion, new ObservedEmotion());
        AddSurvey(FeedbackKind.EmployeeNps, new Nps { OfEmployees = true });

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

        void AddSurvey<TResult>(FeedbackKind kind, SurveyMetric<TResult> metric)
            where TResult : SurveyResult
        {
            if (Answers(baseline, kind) || Answers(candidate, kind)) measures.AddRange([metric, metric.By(Dimension.Stage)]);
        }
    }

    private static bool Answers(StagedLog log, FeedbackKind kind) => log.Columns.Feedback is { } feedback && Array.IndexOf(feedback.Kinds, kind) >= 0;
}
