namespace CustomerJourney.Events;

/// <summary>The columns of a log, sorted by (customer, start, end, sequence). An absent column is null and costs nothing.</summary>
internal sealed partial record LogColumns
{
    /// <summary>For each customer, the index of the first event; one more entry at the end.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>UTC ticks at which events happened (ended).</summary>
    public required long[] Ticks { get; init; }

    public required ushort[] Events { get; init; }

    /// <summary>Codes of channels, <see cref="LogSchema.NoChannel"/> where none.</summary>
    public byte[]? Channels { get; init; }

    /// <summary>UTC ticks at which events began; those of <see cref="Ticks"/> where none is given.</summary>
    public long[]? StartedAt { get; init; }

    /// <summary>UTC ticks at which events were recorded, <see cref="EventRow.None"/> where unknown.</summary>
    public long[]? RecordedAt { get; init; }

    /// <summary>Sequence numbers, kept only where a source gave some: positions hold the order.</summary>
    public long[]? Sequences { get; init; }

    public string?[]? Ids { get; init; }

    public FeedbackColumn? Feedback { get; init; }

    public MoneyColumn? Money { get; init; }

    public AttributeColumn[] EventAttributes { get; init; } = [];

    public AttributeColumn[] CustomerAttributes { get; init; } = [];

    /// <summary>After classification: the stage that each event is evidence for, <see cref="LogSchema.NoStage"/> where none.</summary>
    public byte[]? Stages { get; init; }

    /// <summary>After classification by a map whose touchpoints ask for attributes: the touchpoint of each event in journey order, -1 where none. Otherwise it follows from the name; see <see cref="StageReading"/>.</summary>
    public int[]? Touchpoints { get; init; }

    /// <summary>After classification by rules of silence: what happened between events.</summary>
    public SilenceColumn? Silences { get; init; }

    /// <summary>After classification: the persona of each customer in map order, -1 where none.</summary>
    public int[]? Personas { get; init; }

    /// <summary>A run of 255s as long as the longest trace: what stands in for an absent channel or stage column.</summary>
    public required byte[] Absent { get; init; }

    public int CustomerCount => Offsets.Length - 1;

    public int EventCount => Ticks.Length;

    public static byte[] AbsentFor(ReadOnlySpan<int> offsets)
    {
        int longest = 0;
        for (int customer = 1; customer < offsets.Length; customer++) longest = Math.Max(longest, offsets[customer] - offsets[customer - 1]);
        byte[] absent = new byte[longest];
        Array.Fill(absent, byte.MaxValue);
        return absent;
    }
}
