using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A map as a table for spreadsheets: one row a touchpoint with all that the map says of it, what there are several of in one cell.</summary>
internal static class JourneyTable
{
    private static readonly Column<Stage>[] OfStage =
    [
        new("Stage", ResultColumnKind.Text, stage => stage.Name),
        new("Stage id", ResultColumnKind.Text, stage => stage.Id),
        new("Phases", ResultColumnKind.Text, stage => Join(stage.Phases.Select(phase => $"{phase.Phase} {Phrase.Number(phase.Weight)}"))),
    ];

    private static readonly Column<Touchpoint>[] OfTouchpoint =
    [
        new("Touchpoint", ResultColumnKind.Text, touchpoint => touchpoint.Name),
        new("Touchpoint id", ResultColumnKind.Text, touchpoint => touchpoint.Id),
        new("Description", ResultColumnKind.Text, touchpoint => touchpoint.Description?.ToString()),
        new("Kind", ResultColumnKind.Text, touchpoint => touchpoint.Kind.ToString()),
        new("Channel", ResultColumnKind.Text, touchpoint => touchpoint.Channel?.Name),
        new("Begun by", ResultColumnKind.Text, touchpoint => touchpoint.Initiator?.ToString()),
        new("Importance", ResultColumnKind.Count, touchpoint => (long)touchpoint.Importance),
        new("Shortest", ResultColumnKind.Duration, touchpoint => touchpoint.ExpectedDuration?.Shortest),
        new("Longest", ResultColumnKind.Duration, touchpoint => touchpoint.ExpectedDuration?.Longest),
        new("Doing", ResultColumnKind.Text, touchpoint => touchpoint.Doing?.ToString()),
        new("Questions", ResultColumnKind.Text, touchpoint => Join(touchpoint.Questions)),
        new("Emotion", ResultColumnKind.Number, touchpoint => touchpoint.MeanEmotion),
        new("Emotions", ResultColumnKind.Text, touchpoint => Join(touchpoint.Emotions.Select(Describe))),
        new("Feelings", ResultColumnKind.Text, touchpoint => Join(touchpoint.Emotions.Select(emotion => emotion.Label).OfType<LocalizedText>())),
        new("Quotes", ResultColumnKind.Text, touchpoint => Join(touchpoint.Emotions.Select(emotion => emotion.Quote).OfType<LocalizedText>())),
        new("Target", ResultColumnKind.Number, touchpoint => JourneyMapSection.Target(touchpoint)),
        new("Target for everyone", ResultColumnKind.Number, touchpoint => touchpoint.TargetEmotion),
        new("Gap", ResultColumnKind.Number, touchpoint => touchpoint.EmotionGap),
        new("Engagement", ResultColumnKind.Count, touchpoint => (long?)touchpoint.Engagement),
        new("Moment of truth", ResultColumnKind.Flag, touchpoint => touchpoint.IsMomentOfTruth),
        new("Moment", ResultColumnKind.Text, touchpoint => touchpoint.MomentOfTruth?.Kind.ToString()),
        new("Why a moment of truth", ResultColumnKind.Text, touchpoint => touchpoint.MomentOfTruth?.Why?.ToString()),
        new("Personas", ResultColumnKind.Text, touchpoint => Join(touchpoint.Personas)),
        new("Pain points", ResultColumnKind.Text, touchpoint => Join(touchpoint.PainPoints)),
        new("Pain details", ResultColumnKind.Text, touchpoint => Join(touchpoint.PainPoints.Select(Describe))),
        new("Worst pain", ResultColumnKind.Text, touchpoint => touchpoint.PainPoints.Count == 0 ? null : touchpoint.PainPoints.Max(pain => pain.Severity).ToString()),
    ];

    private static readonly Column<Touchpoint>[] OfCompany =
    [
        new("Frontstage", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Frontstage)),
        new("Backstage", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Backstage)),
        new("Systems", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Systems)),
        new("Physical evidence", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.PhysicalEvidence)),
        new("Departments", ResultColumnKind.Text, touchpoint => Join(touchpoint.Departments)),
        new("Owner", ResultColumnKind.Text, touchpoint => touchpoint.Owner?.Name),
        new("Metrics", ResultColumnKind.Text, touchpoint => Join(touchpoint.Metrics)),
        new("Claims", ResultColumnKind.Text, touchpoint => Join(touchpoint.Claims.Select(claim => $"{claim.Key}: {claim.Value}"))),
        new("Events", ResultColumnKind.Text, touchpoint => Join(touchpoint.EventBindings.Select(Describe))),
        new("Evidence", ResultColumnKind.Text, touchpoint => Join(touchpoint.Evidence)),
        new("Sub-journey", ResultColumnKind.Text, touchpoint => touchpoint.SubJourneyId),
    ];

    private static readonly ResultColumn[] Columns =
    [
        .. OfStage.Select(column => column.Head),
        .. OfTouchpoint.Select(column => column.Head),
        new() { Name = "Opportunities", Kind = ResultColumnKind.Text },
        .. OfCompany.Select(column => column.Head),
    ];

    public static ResultTable Of(Journey journey) => new() { Columns = Columns, Rows = [.. journey.Stages.SelectMany(stage => Rows(journey, stage))] };

    private static IEnumerable<IReadOnlyList<object?>> Rows(Journey journey, Stage stage)
    {
        object?[] named = [.. OfStage.Select(column => column.Cell(stage))];
        if (stage.Touchpoints.Count == 0) return [[.. named, .. new object?[Columns.Length - named.Length]]];
        return stage.Touchpoints.Select(IReadOnlyList<object?> (touchpoint) =>
        [
            .. named,
            .. OfTouchpoint.Select(column => column.Cell(touchpoint)),
            Join(journey.Opportunities.Where(idea => idea.Touchpoints.Contains(touchpoint) || idea.PainPoints.Any(touchpoint.PainPoints.Contains))),
            .. OfCompany.Select(column => column.Cell(touchpoint)),
        ]);
    }

    /// <summary>For example <c>Ana: -1 annoyed (to 1, Reported, n = 12)</c>; without a name it is everyone's.</summary>
    private static string Describe(Emotion emotion)
    {
        string[] facts =
        [
            .. Given(emotion.OwnTarget, target => $"to {Phrase.Number(target)}"),
            .. Given(emotion.Source, source => source.ToString()),
            .. Given(emotion.SampleSize, size => $"n = {Phrase.Number(size)}"),
        ];
        string whose = emotion.Persona is null ? "" : $"{emotion.Persona.Name}: ";
        return $"{whose}{Phrase.Number(emotion.Score)}{(emotion.Label is null ? "" : $" {emotion.Label}")}{InBrackets(facts)}";
    }

    /// <summary>For example <c>Shipping costs come last (Major, Price, share 0.4, Ana, Buyer survey)</c>.</summary>
    private static string Describe(PainPoint pain) => pain.Text + InBrackets(
    [
        pain.Severity.ToString(),
        .. Given(pain.Category, category => category.ToString()),
        .. Given(pain.AffectedShare, share => $"share {Phrase.Number(share)}"),
        .. pain.Personas.Select(persona => persona.Name),
        .. pain.Evidence.Select(evidence => evidence.Title),
    ]);

    /// <summary>For example <c>order.placed (channel = app, plan = pro)</c>.</summary>
    private static string Describe(EventBinding binding) => binding.Event + InBrackets(
    [
        .. binding.Channel is null ? (ReadOnlySpan<string>)[] : [$"channel = {binding.Channel}"],
        .. binding.Conditions.Select(condition => $"{condition.Attribute} = {condition.Value}"),
    ]);

    private static IEnumerable<string> Given<T>(T? value, Func<T, string> describe) where T : struct => value is { } given ? [describe(given)] : [];

    private static string InBrackets(string[] facts) => facts.Length == 0 ? "" : $" ({string.Join(", ", facts)})";

    private static string? Join<T>(IEnumerable<T> parts) => string.Join("; ", parts) is { Length: > 0 } joined ? joined : null;

    private sealed record Column<T>(string Name, ResultColumnKind Kind, Func<T, object?> Cell)
    {
        public ResultColumn Head { get; } = new() { Name = Name, Kind = Kind };
    }
}
