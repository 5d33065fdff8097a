using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A journey map as a section: its touchpoints in journey order, and how they feel.</summary>
internal static class JourneyMapSection
{
    public static ReportSection Of(Journey journey) => ReportSection.OfTable(journey.Name, Table(journey), new EmotionChart(journey));

    /// <summary>The emotion that a touchpoint should have: the mean of what its emotions aim at.</summary>
    public static double? Target(Touchpoint touchpoint)
    {
        double[] targets = [.. touchpoint.Emotions.Select(emotion => emotion.Target).OfType<double>()];
        return targets.Length == 0 ? touchpoint.TargetEmotion : targets.Sum() / targets.Length;
    }

    private static ResultTable Table(Journey journey) => new()
    {
        Columns =
        [
            Column("Stage", ResultColumnKind.Text),
            Column("Touchpoint", ResultColumnKind.Text),
            Column("Channel", ResultColumnKind.Text),
            Column("Emotion", ResultColumnKind.Number),
            Column("Target", ResultColumnKind.Number),
            Column("Moment of truth", ResultColumnKind.Flag),
            Column("Pain points", ResultColumnKind.Text),
        ],
        Rows = [.. journey.Stages.SelectMany(stage => Rows(journey, stage))],
    };

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };

    private static IEnumerable<IReadOnlyList<object?>> Rows(Journey journey, Stage stage)
    {
        if (stage.Touchpoints.Count == 0) return [[journey.StageNames.Label(stage), null, null, null, null, null, null]];
        return stage.Touchpoints.Select(touchpoint => (IReadOnlyList<object?>)
        [
            journey.StageNames.Label(stage), journey.TouchpointNames.Label(touchpoint), touchpoint.Channel is null ? null : journey.ChannelNames.Label(touchpoint.Channel), touchpoint.MeanEmotion, Target(touchpoint), touchpoint.IsMomentOfTruth,
            touchpoint.PainPoints.Count == 0 ? null : string.Join("; ", touchpoint.PainPoints.Select(journey.PainPointNames.Label)),
        ]);
    }
}
