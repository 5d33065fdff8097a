using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What a table of a log's events cannot carry, counted before it is written.</summary>
internal static class ExportLosses
{
    public static LogExport Count(JourneyLog log, EventMapping mapping, long cellsMadeSafe) => new()
    {
        Mapping = mapping,
        Events = log.EventCount,
        CustomersWithoutEvents = CustomersWithoutEvents(log.Columns.Offsets),
        EmptyValues = log.Columns.EventAttributes.Concat(log.Columns.CustomerAttributes).Sum(EmptyValues),
        EventsOutOfOrder = EventsOutOfOrder(log.Columns),
        CellsMadeSafe = cellsMadeSafe,
    };

    private static long CustomersWithoutEvents(int[] offsets)
    {
        long count = 0;
        for (int customer = 1; customer < offsets.Length; customer++)
        {
            if (offsets[customer] == offsets[customer - 1]) count++;
        }

        return count;
    }

    /// <summary>The empty text is the first value in ordinal order.</summary>
    private static long EmptyValues(AttributeColumn attribute) => attribute.Values is ["", ..] ? attribute.Codes.LongCount(code => code == 0) : 0;

    /// <summary>Events of one instant are ordered by their sequence and, where they have none, by their place in the source, which is another one after reading back.</summary>
    private static long EventsOutOfOrder(LogColumns columns)
    {
        if (columns.Sequences is not { } sequences) return 0;
        long[] starts = columns.StartedAt ?? columns.Ticks;
        long count = 0;
        for (int customer = 0; customer + 1 < columns.Offsets.Length; customer++)
        {
            for (int position = columns.Offsets[customer] + 1; position < columns.Offsets[customer + 1]; position++)
            {
                if (columns.Ticks[position] == columns.Ticks[position - 1] && starts[position] == starts[position - 1] && KeyOf(position - 1) > KeyOf(position)) count++;
            }
        }

        return count;

        long KeyOf(int position) => sequences[position] == EventRow.None ? position : sequences[position];
    }
}
