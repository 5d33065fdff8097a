using System.Globalization;
using System.Text;
using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads a CSV file into a log: header, plan, then record after record.</summary>
internal sealed class CsvLogReader(EventMapping mapping, CsvFormat format, ReadOptions options, string source)
{
    private const int LongestRecord = 16 * 1024 * 1024;
    private const int RowsBetweenProgress = 65_536;
    private const int BufferSize = 512 * 1024;
    private bool _malformed;

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(EventMapping mapping, CsvFormat format)
    {
        if (format.Separator == format.Quote) throw new ArgumentException($"The separator and the quote of a CSV file must differ; both are '{format.Quote}'.", nameof(format));
        List<string> problems = MappingProblems.OfTable(mapping);
        if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
    }

    public async Task<JourneyLog> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        CsvReaderOptions readerOptions = new()
        {
            Separator = format.Separator,
            Quote = format.Quote,
            HasHeader = format.HasHeader,
            // UTF-8 is read as it is, so that bytes that are not valid can be rejected instead of replaced.
            Encoding = format.Encoding is UTF8Encoding ? null : format.Encoding,
            MaxRecordSize = LongestRecord,
            BufferSize = BufferSize,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => _malformed = true,
        };
        Stream text = await GzipInput.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        CsvReader reader = CsvReader.Create(text, readerOptions, leaveOpen: false);
        await using (reader.ConfigureAwait(false))
        {
            try
            {
                LogBuilder builder = await ReadRecordsAsync(reader, cancellationToken).ConfigureAwait(false);
                options.Progress?.Report(builder.RowsRead);
                return builder.Build(cancellationToken);
            }
            catch (CsvFormatException exception)
            {
                throw JourneyDataException.For(exception.LineNumber, "row", "", $"is longer than {LongestRecord:N0} bytes; look for a quote that is never closed");
            }
        }
    }

    private async Task<LogBuilder> ReadRecordsAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        LogBuilder builder = new(options)
        {
            EventColumn = mapping.Event ?? nameof(mapping.Event),
            ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
            IdColumn = mapping.Id ?? nameof(mapping.Id),
        };
        await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        _malformed = false;
        bool hasRecord = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> header = format.HasHeader ? reader.Headers : ColumnNumbers(hasRecord ? reader.FieldCount : 0);
        CsvIntake intake = new(reader, ColumnPlan.For(mapping, header, source), mapping, format, builder);
        while (hasRecord)
        {
            intake.Add(_malformed);
            _malformed = false;
            if (builder.RowsRead % RowsBetweenProgress == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                options.Progress?.Report(builder.RowsRead);
            }

            hasRecord = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        return builder;
    }

    private static string[] ColumnNumbers(int count)
    {
        string[] names = new string[count];
        for (int place = 0; place < count; place++) names[place] = (place + 1).ToString(CultureInfo.InvariantCulture);
        return names;
    }
}
