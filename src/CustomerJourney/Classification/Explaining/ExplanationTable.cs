using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>An explanation as a table: a row for each piece of evidence of each reason, then one for each thing that is missing.</summary>
internal static class ExplanationTable
{
    public static ResultTable Of(StageExplanation explanation) => new()
    {
        Columns =
        [
            Column("Part", ResultColumnKind.Text), Column("Kind", ResultColumnKind.Text), Column("Stage", ResultColumnKind.Text), Column("Reason", ResultColumnKind.Text),
            Column("Event", ResultColumnKind.Text), Column("Channel", ResultColumnKind.Text), Column("Id", ResultColumnKind.Text),
            Column("At", ResultColumnKind.Instant), Column("Position", ResultColumnKind.Count), Column("Weight", ResultColumnKind.Number), Column("Decided", ResultColumnKind.Flag), Column("Until", ResultColumnKind.Instant),
        ],
        Rows = [.. explanation.Reasons.SelectMany(RowsOf), .. explanation.Missing.Select(RowOf)],
    };

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(StageReason reason) => reason.Evidence.Count == 0
        ? [["Why", reason.Kind.ToString(), reason.Stage?.Name, reason.Sentence, null, null, null, null, null, null, null, null]]
        : reason.Evidence.Select(piece => (IReadOnlyList<object?>)
            ["Why", reason.Kind.ToString(), reason.Stage?.Name, reason.Sentence, piece.Event, piece.Channel, piece.Id, piece.At, (long)piece.Position, piece.Weight, piece.Decided, null]);

    private static IReadOnlyList<object?> RowOf(MissingEvidence missing) =>
        ["Missing", missing.Kind.ToString(), missing.Stage?.Name, missing.Sentence, null, null, null, null, null, null, null, missing.Until];

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };
}
