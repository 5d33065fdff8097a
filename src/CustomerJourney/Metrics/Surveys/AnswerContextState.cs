using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Answers as bytes, for partial results.</summary>
internal static class AnswerContextState
{
    public static void Save(AnswerContext row, BinaryWriter state)
    {
        state.Write(row.Customer);
        state.Write(row.At.UtcTicks);
        state.Write(row.Position);
        state.Write(row.Score);
        state.Write(row.Value);
        foreach (string? text in new[] { row.Question, row.Stage, row.LastTouchpoint, row.Channel }) WriteText(state, text);
        state.Write(row.EventsBefore);
        state.Write(row.DaysSinceFirst ?? double.NaN);
        state.Write(row.DaysSincePurchase ?? double.NaN);
        state.Write((byte)row.Path.Count);
        foreach (string step in row.Path) state.Write(step);
        foreach (string? value in row.Attributes) WriteText(state, value);
    }

    public static AnswerContext Load(BinaryReader state, AnswerContexts definition)
    {
        string customer = state.ReadString();
        long at = state.ReadInt64();
        int position = state.ReadInt32();
        double score = state.ReadDouble(), value = state.ReadDouble();
        if (at < 0 || at > DateTimeOffset.MaxValue.Ticks || position < 0 || !double.IsFinite(score) || !double.IsFinite(value)) throw new InvalidDataException("An answer has a time, a place or a score that is not possible.");
        AnswerContext row = new()
        {
            Customer = customer,
            At = new DateTimeOffset(at, TimeSpan.Zero),
            Position = position,
            Score = score,
            Value = value,
            Question = ReadText(state),
            Stage = ReadText(state),
            LastTouchpoint = ReadText(state),
            Channel = ReadText(state),
            EventsBefore = state.ReadInt64(),
            DaysSinceFirst = ReadDays(state),
            DaysSincePurchase = ReadDays(state),
            Path = ReadPath(state, definition.Steps),
            Attributes = [.. definition.Attributes.Select(_ => ReadText(state))],
        };
        return row.EventsBefore >= 0 ? row : throw new InvalidDataException($"There cannot be {row.EventsBefore} events before an answer.");
    }

    private static IReadOnlyList<string> ReadPath(BinaryReader state, int most)
    {
        int count = state.ReadByte();
        if (count > most) throw new InvalidDataException($"A path has {count} steps; at most {most} were asked for.");
        string[] path = new string[count];
        for (int step = 0; step < count; step++) path[step] = state.ReadString();
        return EquatableList.Of(path);
    }

    private static double? ReadDays(BinaryReader state) => state.ReadDouble() is var days && double.IsNaN(days) ? null
        : double.IsFinite(days) ? days : throw new InvalidDataException("A time before an answer is not finite.");

    private static void WriteText(BinaryWriter state, string? text)
    {
        state.Write(text is not null);
        if (text is not null) state.Write(text);
    }

    private static string? ReadText(BinaryReader state) => state.ReadByte() switch
    {
        0 => null,
        1 => state.ReadString(),
        byte other => throw new InvalidDataException($"{other} does not say whether there is a text."),
    };
}
