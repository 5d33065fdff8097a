using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A map as a table for spreadsheets: one row a touchpoint, what there are several of in one cell.</summary>
internal static class JourneyTable
{
    private static readonly (string Name, ResultColumnKind Kind, Func<Journey, Touchpoint, object?> Cell)[] Facts =
    [
        ("Touchpoint", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Name),
        ("Touchpoint id", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Id),
        ("Kind", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Kind.ToString()),
        ("Channel", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Channel?.Name),
        ("Begun by", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Initiator?.ToString()),
        ("Importance", ResultColumnKind.Count, (_, touchpoint) => (long)touchpoint.Importance),
        ("Doing", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Doing?.ToString()),
        ("Questions", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Questions)),
        ("Emotion", ResultColumnKind.Number, (_, touchpoint) => touchpoint.MeanEmotion),
        ("Feelings", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Emotions.Select(emotion => emotion.Label).OfType<LocalizedText>())),
        ("Target", ResultColumnKind.Number, (_, touchpoint) => JourneyMapSection.Target(touchpoint)),
        ("Gap", ResultColumnKind.Number, (_, touchpoint) => touchpoint.EmotionGap),
        ("Moment of truth", ResultColumnKind.Flag, (_, touchpoint) => touchpoint.IsMomentOfTruth),
        ("Personas", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Personas)),
        ("Pain points", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.PainPoints)),
        ("Worst pain", ResultColumnKind.Text, (_, touchpoint) => touchpoint.PainPoints.Count == 0 ? null : touchpoint.PainPoints.Max(pain => pain.Severity).ToString()),
        ("Opportunities", ResultColumnKind.Text, (journey, touchpoint) => Join(journey.Opportunities.Where(idea => idea.Touchpoints.Contains(touchpoint) || idea.PainPoints.Any(touchpoint.PainPoints.Contains)))),
        ("Frontstage", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Blueprint.Frontstage)),
        ("Backstage", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Blueprint.Backstage)),
        ("Systems", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Blueprint.Systems)),
        ("Departments", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Departments)),
        ("Owner", ResultColumnKind.Text, (_, touchpoint) => touchpoint.Owner?.Name),
        ("Metrics", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Metrics)),
        ("Claims", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.Claims.Select(claim => $"{claim.Key}: {claim.Value}"))),
        ("Events", ResultColumnKind.Text, (_, touchpoint) => Join(touchpoint.EventBindings.Select(binding => binding.Event))),
    ];

    private static readonly ResultColumn[] Columns =
    [
        new() { Name = "Stage", Kind = ResultColumnKind.Text },
        .. Facts.Select(fact => new ResultColumn { Name = fact.Name, Kind = fact.Kind }),
    ];

    public static ResultTable Of(Journey journey) => new() { Columns = Columns, Rows = [.. journey.Stages.SelectMany(stage => Rows(journey, stage))] };

    private static IEnumerable<IReadOnlyList<object?>> Rows(Journey journey, Stage stage) => stage.Touchpoints.Count == 0
        ? [[stage.Name, .. Facts.Select(_ => (object?)null)]]
        : stage.Touchpoints.Select(IReadOnlyList<object?> (touchpoint) => [stage.Name, .. Facts.Select(fact => fact.Cell(journey, touchpoint))]);

    private static string? Join<T>(IEnumerable<T> parts) => string.Join("; ", parts) is { Length: > 0 } joined ? joined : null;
}
