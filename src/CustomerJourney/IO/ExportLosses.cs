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
}
