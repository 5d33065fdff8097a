using System.Data.Common;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads the rows of a query into a log.</summary>
internal sealed class DatabaseLogReader(DbDataReader reader, EventMapping mapping, ReadOptions options)
{
    private const string Source = "the database reader";
    private readonly DatabaseValues _values = new(reader);
    private bool _rowsAreSynchronous;

    public async Task<JourneyLog> ReadAsync(CancellationToken cancellationToken)
    {
        string[] columns = new string[reader.FieldCount];
        for (int place = 0; place < columns.Length; place++) columns[place] = reader.GetName(place);
        ColumnPlan plan = ColumnPlan.For(mapping, columns, Source);
        LogBuilder builder = new(options)
        {
            EventColumn = mapping.Event ?? nameof(mapping.Event),
            ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
            IdColumn = mapping.Id ?? nameof(mapping.Id),
        };
        DatabaseRow row = new(columns.Length, options.Limits);
        RowIntake<DatabaseFields> rows = new(plan, mapping, culture: null, builder);
        while (await ReadRowAsync(cancellationToken).ConfigureAwait(false))
        {
            row.Begin();
            // In ascending order, as a reader with sequential access wants it.
            foreach (int place in plan.Used) await _values.ReadAsync(row, place, cancellationToken).ConfigureAwait(false);
            rows.Add(new DatabaseFields(row));
            if (row.Line % SourceLimits.RowsBetweenProgress != 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            options.Progress?.Report(row.Line);
        }

        options.Progress?.Report(row.Line);
        return builder.Build(cancellationToken);
    }

    private async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        if (!_rowsAreSynchronous)
        {
            try
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (NotSupportedException)
            {
                _rowsAreSynchronous = true;
            }
        }

        return reader.Read();
    }
}
