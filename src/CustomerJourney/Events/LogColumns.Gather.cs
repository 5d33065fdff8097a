namespace CustomerJourney.Events;

/// <content>Cutting: the columns of some of the customers and events. The order of a log survives any cut.</content>
internal sealed partial record LogColumns
{
    /// <summary>The columns of the customers and events of a cut.</summary>
    public LogColumns Gather(LogCut cut)
    {
        int[] positions = cut.Positions;
        return new()
        {
            Offsets = cut.Offsets,
            Absent = AbsentFor(cut.Offsets),
            Ticks = Pick(Ticks, positions)!,
            Events = Pick(Events, positions)!,
            Channels = Pick(Channels, positions),
            StartedAt = Pick(StartedAt, positions),
            RecordedAt = Pick(RecordedAt, positions),
            Sequences = Pick(Sequences, positions),
            Ids = Pick(Ids, positions),
            Feedback = Gather(Feedback, cut),
            Money = Gather(Money, cut),
            EventAttributes = [.. EventAttributes.Select(attribute => attribute with { Codes = Pick(attribute.Codes, positions)! })],
            CustomerAttributes = [.. CustomerAttributes.Select(attribute => attribute with { Codes = Pick(attribute.Codes, cut.Customers)! })],
            Stages = Pick(Stages, positions),
            Touchpoints = Pick(Touchpoints, positions),
            Silences = Silences?.Gather(cut),
            Personas = Pick(Personas, cut.Customers),
        };
    }

    private static T[]? Pick<T>(T[]? column, int[] indexes)
    {
        if (column is null) return null;
        T[] picked = GC.AllocateUninitializedArray<T>(indexes.Length);
        Chunks.Each(indexes.Length, (start, end) =>
        {
            for (int index = start; index < end; index++) picked[index] = column[indexes[index]];
        });
        return picked;
    }

    private FeedbackColumn? Gather(FeedbackColumn? column, LogCut cut)
    {
        if (column is null) return null;
        (int[] kept, int[] places, int[] starts) = Match(column.Positions, cut);
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

    private MoneyColumn? Gather(MoneyColumn? column, LogCut cut)
    {
        if (column is null) return null;
        (int[] kept, int[] places, int[] starts) = Match(column.Positions, cut);
        return kept.Length == 0 ? null : column with
        {
            Positions = places,
            Offsets = starts,
            Units = Pick(column.Units, kept)!,
            Currencies = Pick(column.Currencies, kept),
        };
    }

    /// <summary>Which values of a sparse column stay, in their new order: their indexes, their new places, and each customer's first.</summary>
    private (int[] Kept, int[] Places, int[] Starts) Match(int[] sparse, LogCut cut)
    {
        SparseRows rows = new(sparse, EventCount);
        int[] kept = new int[sparse.Length], places = new int[sparse.Length], starts = new int[cut.Offsets.Length];
        int count = 0;
        for (int customer = 0; customer + 1 < starts.Length; customer++)
        {
            for (int place = cut.Offsets[customer]; place < cut.Offsets[customer + 1]; place++)
            {
                if (!rows.TryGetIndex(cut.Positions[place], out int index)) continue;
                kept[count] = index;
                places[count++] = place;
            }

            starts[customer + 1] = count;
        }

        return count == sparse.Length ? (kept, places, starts) : (kept[..count], places[..count], starts);
    }
}
