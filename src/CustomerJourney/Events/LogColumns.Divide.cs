namespace CustomerJourney.Events;

/// <content>Dividing customers: the same events under more owners.</content>
internal sealed partial record LogColumns
{
    /// <summary>The same events, each customer's divided into parts that follow one another.</summary>
    /// <param name="offsets">For each part, the index of the first event; one more entry at the end.</param>
    /// <param name="customers">For each part, whose it is.</param>
    /// <param name="attribute">An attribute that parts have besides those of their customer.</param>
    public LogColumns Divided(int[] offsets, int[] customers, AttributeColumn attribute) => this with
    {
        Offsets = offsets,
        Absent = AbsentFor(offsets),
        Feedback = Feedback is { } feedback ? feedback with { Offsets = StartsIn(feedback.Positions, offsets) } : null,
        Money = Money is { } money ? money with { Offsets = StartsIn(money.Positions, offsets) } : null,
        Silences = Silences is { } silences ? silences with { Offsets = StartsIn(silences.Positions, offsets) } : null,
        CustomerAttributes =
        [
            .. CustomerAttributes.Select(own => own with { Codes = Pick(own.Codes, customers)! })
                .Append(attribute)
                .OrderBy(column => column.Name, StringComparer.Ordinal),
        ],
        Personas = Pick(Personas, customers),
    };

    /// <summary>For each part, the index of the first sparse value at or after its first event.</summary>
    private static int[] StartsIn(int[] positions, int[] offsets)
    {
        int[] starts = new int[offsets.Length];
        int next = 0;
        for (int part = 0; part < offsets.Length; part++)
        {
            while (next < positions.Length && positions[next] < offsets[part]) next++;
            starts[part] = next;
        }

        return starts;
    }
}
