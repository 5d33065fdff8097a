using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads a CSV file into a log: header, plan, then record after record.</summary>
internal sealed class CsvLogReader(EventMapping mapping, CsvFormat format, ReadOptions options, string source)
{
    private const int RowsBetweenProgress = 65_536;
    private const int BufferSize = 512 * 1024;
    private bool _malformed;

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(EventMapping mapping, CsvFormat format)
    {
        if (format.Separator == format.Quote) throw new ArgumentException($"The separator and the quote of a CSV file must differ; both are '{format.Quote}'.", nameof(format));
        if (format.Comment == format.Quote || format.Comment == format.Separator)
            throw new ArgumentException($"The comment character of a CSV file must be neither its separator nor its quote; it is '{format.Comment}'.", nameof(format));
        List<string> problems = MappingProblems.Of(mapping);
        if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
    }

    /// <summary>Reads a log of one source.</summary>
    public async Task<JourneyLog> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        LogBuilder builder = NewBuilder(mapping, options);
        await ReadIntoAsync(builder, stream, cancellationToken).ConfigureAwait(false);
        return Finish(builder, options, cancellationToken);
    }

    /// <summary>An empty builder, which may be filled from several sources.</summary>
    public static LogBuilder NewBuilder(EventMapping mapping, ReadOptions options) => new(options)
    {
        EventColumn = mapping.Event,
        ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
        IdColumn = mapping.Id ?? nameof(mapping.Id),
    };

    /// <summary>The log of all sources that were read.</summary>
    public static JourneyLog Finish(LogBuilder builder, ReadOptions options, CancellationToken cancellationToken)
    {
        options.Progress?.Report(builder.RowsRead);
        return builder.Build(cancellationToken);
    }

    /// <summary>Reads one source to its end.</summary>
    public async Task ReadIntoAsync(LogBuilder builder, Stream stream, CancellationToken cancellationToken)
    {
        CsvReaderOptions readerOptions = new()
        {
            Separator = format.Separator,
            Quote = format.Quote,
            HasHeader = format.HasHeader,
            CommentPrefix = format.Comment,
            MaxRecordSize = options.Limits.RecordBytes,
            BufferSize = BufferSize,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => _malformed = true,
        };
        TextInput text = await TextInput.OpenAsync(stream, format.ToInput(source, options.Limits), cancellationToken).ConfigureAwait(false);
        CsvReader reader = CsvReader.Create(text, readerOptions, leaveOpen: false);
        await using (reader.ConfigureAwait(false))
        {
            try
            {
                await ReadRecordsAsync(builder, reader, cancellationToken).ConfigureAwait(false);
            }
            catch (CsvFormatException exception)
            {
                throw CsvIntake.TooLong(exception.LineNumber, options.Limits);
            }
        }
    }

    private async Task ReadRecordsAsync(LogBuilder builder, CsvReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        _malformed = false;
        bool hasRecord = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> header = CsvHeader.For(mapping, format.HasHeader ? reader.Headers : CsvHeader.Numbers(hasRecord ? reader.FieldCount : 0), source);
        CsvIntake intake = new(reader, ColumnPlan.For(mapping, header, source), mapping, format, options.Limits, builder);
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
    }
}
