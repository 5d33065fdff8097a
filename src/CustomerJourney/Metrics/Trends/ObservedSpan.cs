using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>From the first event of a log until when its customers were observed, in UTC ticks; from the largest instant until the smallest where there are no events.</summary>
internal readonly record struct ObservedSpan(long FirstEvent, long Until)
{
    /// <summary>The first event as an instant; null where there is none.</summary>
    public DateTimeOffset? First => FirstEvent == DateTime.MaxValue.Ticks ? null : new DateTimeOffset(FirstEvent, TimeSpan.Zero);

    public static ObservedSpan Of(LogSchema schema) => new(schema.Range?.Start.UtcTicks ?? DateTime.MaxValue.Ticks, schema.ObservedUntil?.UtcTicks ?? 0);

    public static ObservedSpan Load(BinaryReader state) => new(Instant(state.ReadInt64()), Instant(state.ReadInt64()));

    /// <summary>The span of two parts of a log.</summary>
    public ObservedSpan With(ObservedSpan other) => new(Math.Min(FirstEvent, other.FirstEvent), Math.Max(Until, other.Until));

    public void Save(BinaryWriter state)
    {
        state.Write(FirstEvent);
        state.Write(Until);
    }

    private static long Instant(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : throw new InvalidDataException($"{ticks} is not an instant.");
}
