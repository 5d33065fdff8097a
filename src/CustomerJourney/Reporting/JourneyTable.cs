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
        new("Channel", ResultColumnKind.Text, (map, touchpoint) => touchpoint.Channel is null ? null : map.ChannelNames.Label(touchpoint.Channel)),
        new("Begun by", ResultColumnKind.Text, touchpoint => touchpoint.Initiator?.ToString()),
        new("Importance", ResultColumnKind.Count, touchpoint => (long)touchpoint.Importance),
        new("Shortest", ResultColumnKind.Duration, touchpoint => touchpoint.ExpectedDuration?.Shortest),
        new("Longest", ResultColumnKind.Duration, touchpoint => touchpoint.ExpectedDuration?.Longest),
        new("Doing", ResultColumnKind.Text, touchpoint => touchpoint.Doing?.ToString()),
        new("Questions", ResultColumnKind.Text, touchpoint => Join(touchpoint.Questions)),
        new("Emotion", ResultColumnKind.Number, touchpoint => touchpoint.MeanEmotion),
        new("Emotions", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.Emotions.Select(emotion => Describe(map, emotion)))),
        new("Feelings", ResultColumnKind.Text, touchpoint => Join(touchpoint.Emotions.Select(emotion => emotion.Label).OfType<LocalizedText>())),
        new("Quotes", ResultColumnKind.Text, touchpoint => Join(touchpoint.Emotions.Select(emotion => emotion.Quote).OfType<LocalizedText>())),
        new("Target", ResultColumnKind.Number, touchpoint => JourneyMapSection.Target(touchpoint)),
        new("Target for everyone", ResultColumnKind.Number, touchpoint => touchpoint.TargetEmotion),
        new("Gap", ResultColumnKind.Number, touchpoint => touchpoint.EmotionGap),
        new("Engagement", ResultColumnKind.Count, touchpoint => (long?)touchpoint.Engagement),
        new("Moment of truth", ResultColumnKind.Flag, touchpoint => touchpoint.IsMomentOfTruth),
        new("Moment", ResultColumnKind.Text, touchpoint => touchpoint.MomentOfTruth?.Kind.ToString()),
        new("Why a moment of truth", ResultColumnKind.Text, touchpoint => touchpoint.MomentOfTruth?.Why?.ToString()),
        new("Personas", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.Personas.Select(map.PersonaNames.Label))),
        new("Pain points", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.PainPoints.Select(map.PainPointNames.Label))),
        new("Pain details", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.PainPoints.Select(pain => Describe(map, pain)))),
        new("Worst pain", ResultColumnKind.Text, touchpoint => touchpoint.PainPoints.Count == 0 ? null : touchpoint.PainPoints.Max(pain => pain.Severity).ToString()),
    ];

    private static readonly Column<Touchpoint>[] OfCompany =
    [
        new("Frontstage", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Frontstage)),
        new("Backstage", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Backstage)),
        new("Systems", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.Systems)),
        new("Physical evidence", ResultColumnKind.Text, touchpoint => Join(touchpoint.Blueprint.PhysicalEvidence)),
        new("Departments", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.Departments.Select(map.DepartmentNames.Label))),
        new("Owner", ResultColumnKind.Text, (map, touchpoint) => touchpoint.Owner is null ? null : map.DepartmentNames.Label(touchpoint.Owner)),
        new("Metrics", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.Metrics.Select(map.MetricNames.Label))),
        new("Claims", ResultColumnKind.Text, touchpoint => Join(touchpoint.Claims.Select(claim => $"{claim.Key}: {claim.Value}"))),
        new("Events", ResultColumnKind.Text, touchpoint => Join(touchpoint.EventBindings.Select(Describe))),
        new("Evidence", ResultColumnKind.Text, (map, touchpoint) => Join(touchpoint.Evidence.Select(map.EvidenceNames.Label))),
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
        object?[] named = [.. OfStage.Select(column => column.Cell(journey, stage))];
        if (stage.Touchpoints.Count == 0) return [[.. named, .. new object?[Columns.Length - named.Length]]];
        return stage.Touchpoints.Select(IReadOnlyList<object?> (touchpoint) =>
        [
            .. named,
            .. OfTouchpoint.Select(column => column.Cell(journey, touchpoint)),
            Join(journey.Opportunities.Where(idea => idea.Touchpoints.Contains(touchpoint) || idea.PainPoints.Any(touchpoint.PainPoints.Contains)).Select(journey.OpportunityNames.Label)),
            .. OfCompany.Select(column => column.Cell(journey, touchpoint)),
        ]);
    }

    /// <summary>For example <c>Ana: -1 annoyed (to 1, Reported, n = 12)</c>; without a name it is everyone's.</summary>
    private static string Describe(Journey map, Emotion emotion)
    {
        string[] facts =
        [
            .. Given(emotion.OwnTarget, target => $"to {Phrase.Number(target)}"),
            .. Given(emotion.Source, source => source.ToString()),
            .. Given(emotion.SampleSize, size => $"n = {Phrase.Number(size)}"),
        ];
        string whose = emotion.Persona is null ? "" : $"{map.PersonaNames.Label(emotion.Persona)}: ";
        return $"{whose}{Phrase.Number(emotion.Score)}{(emotion.Label is null ? "" : $" {emotion.Label}")}{InBrackets(facts)}";
    }

    /// <summary>For example <c>Shipping costs come last (Major, Price, share 0.4, Ana, Buyer survey)</c>.</summary>
    private static string Describe(Journey map, PainPoint pain) => map.PainPointNames.Label(pain) + InBrackets(
    [
        pain.Severity.ToString(),
        .. Given(pain.Category, category => category.ToString()),
        .. Given(pain.AffectedShare, share => $"share {Phrase.Number(share)}"),
        .. pain.Personas.Select(map.PersonaNames.Label),
        .. pain.Evidence.Select(map.EvidenceNames.Label),
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

    private sealed record Column<T>(string Name, ResultColumnKind Kind, Func<Journey, T, object?> Cell)
    {
        public Column(string name, ResultColumnKind kind, Func<T, object?> cell)
            : this(name, kind, (_, part) => cell(part))
        {
        }

        public ResultColumn Head { get; } = new() { Name = Name, Kind = Kind };
    }
}
