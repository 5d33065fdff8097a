namespace CustomerJourney.Events;

/// <content>Cutting: the columns of some of the customers and events. The order of a log survives any cut.</content>
internal sealed partial record LogColumns
{
    /// <summary>The columns of chosen customers and events.</summary>
    /// <param name="customers">The customers to keep, ascending.</param>
    /// <param name="offsets">For each kept customer, where its events begin among the positions; one more entry at the end.</param>
    /// <param name="positions">The events to keep, ascending.</param>
    public LogColumns Gather(int[] customers, int[] offsets, int[] positions) => new()
    {
        Offsets = offsets,
        Absent = AbsentFor(offsets),
        Ticks = Pick(Ticks, positions)!,
        Events = Pick(Events, positions)!,
        Channels = Pick(Channels, positions),
        StartedAt = Pick(StartedAt, positions),
        RecordedAt = Pick(RecordedAt, positions),
        Sequences = Pick(Sequences, positions),
        Ids = Pick(Ids, positions),
        Feedback = Gather(Feedback, offsets, positions),
        Money = Gather(Money, offsets, positions),
        EventAttributes = [.. EventAttributes.Select(attribute => attribute with { Codes = Pick(attribute.Codes, positions)! })],
        CustomerAttributes = [.. CustomerAttributes.Select(attribute => attribute with { Codes = Pick(attribute.Codes, customers)! })],
        Stages = Pick(Stages, positions),
        Personas = Pick(Personas, customers),
    };

    /// <summary>The same columns, their attributes without values that no event or customer has.</summary>
    public LogColumns WithoutUnusedValues() => this with
    {
        EventAttributes = [.. EventAttributes.Select(attribute => attribute.WithoutUnusedValues())],
        CustomerAttributes = [.. CustomerAttributes.Select(attribute => attribute.WithoutUnusedValues())],
    };

    private static T[]? Pick<T>(T[]? column, int[] indexes)
    {
        if (column is null) return null;
        T[] picked = new T[indexes.Length];
        for (int index = 0; index < indexes.Length; index++) picked[index] = column[indexes[index]];
        return picked;
    }

    private static FeedbackColumn? Gather(FeedbackColumn? column, int[] offsets, int[] positions)
    {
        if (column is null) return null;
        (int[] kept, int[] places, int[] starts) = Match(column.Positions, offsets, positions);
        return kept.Length == 0 ? null : column with
        {
            Positions = places,
            Offsets = starts,
            Kinds = Pick(column.Kinds, kept)!,
            Scores = Pick(column.Scores, kept)!,
            Questions = Pick(column.Questions, kept),
            About = Pick(column.About, kept),
            Stages = Pick(column.Stages, kept),
            Touchpoints = Pick(column.Touchpoints, kept),
        };
    }

    private static MoneyColumn? Gather(MoneyColumn? column, int[] offsets, int[] positions)
    {
        if (column is null) return null;
        (int[] kept, int[] places, int[] starts) = Match(column.Positions, offsets, positions);
        return kept.Length == 0 ? null : column with
        {
            Positions = places,
            Offsets = starts,
            Units = Pick(column.Units, kept)!,
            Currencies = Pick(column.Currencies, kept),
        };
    }

    /// <summary>Which values of a sparse column stay: their indexes, their new places, and each customer's first. Both lists ascend, so one walk suffices.</summary>
    private static (int[] Kept, int[] Places, int[] Starts) Match(int[] sparse, int[] offsets, int[] positions)
    {
        List<int> kept = [];
        List<int> places = [];
        int[] starts = new int[offsets.Length];
        int next = 0;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            for (int place = offsets[customer]; place < offsets[customer + 1]; place++)
            {
                while (next < sparse.Length && sparse[next] < positions[place]) next++;
                if (next == sparse.Length || sparse[next] != positions[place]) continue;
                kept.Add(next);
                places.Add(place);
            }

            starts[customer + 1] = kept.Count;
        }

        return ([.. kept], [.. places], starts);
    }
}
