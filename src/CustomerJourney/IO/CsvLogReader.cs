using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads CSV text into a log: header, plan, then chunk after chunk, which threads take in turn and parse at the same time.</summary>
internal sealed class CsvLogReader(EventMapping mapping, CsvFormat format, ReadOptions options, string source)
{
    /// <summary>The bytes that are read at once where nothing else is said: with the line break before them, an array of a power of two.</summary>
    public const int ChunkSizeByDefault = (1024 * 1024) - 1;

    /// <summary>The bytes that are read at once and parsed by one thread. Changes no result.</summary>
    public int ChunkSize { get; init; } = ChunkSizeByDefault;

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(EventMapping mapping, CsvFormat format)
    {
        if (format.Separator == format.Quote) throw new ArgumentException($"The separator and the quote of a CSV file must differ; both are '{format.Quote}'.", nameof(format));
        if (format.Comment == format.Quote || format.Comment == format.Separator)
            throw new ArgumentException($"The comment character of a CSV file must be neither its separator nor its quote; it is '{format.Comment}'.", nameof(format));
        List<string> problems = MappingProblems.OfTable(mapping);
        if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
    }

    /// <summary>Reads a log of one source.</summary>
    public async Task<JourneyLog> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        LogBuilder[] parts = NewParts(mapping, options);
        ReadProgress progress = new(options.Progress);
        await ReadIntoAsync(parts, 0, progress, stream, cancellationToken).ConfigureAwait(false);
        progress.End();
        return Build(parts, cancellationToken);
    }

    /// <summary>Empty builders, one a thread, which may be filled from several sources.</summary>
    public static LogBuilder[] NewParts(EventMapping mapping, ReadOptions options)
    {
        LogBuilder[] parts = new LogBuilder[options.MaxDegreeOfParallelism ?? Environment.ProcessorCount];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part] = new(options, sibling: parts[0])
            {
                EventColumn = mapping.Event ?? nameof(mapping.Event),
                ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
                IdColumn = mapping.Id ?? nameof(mapping.Id),
            };
        }

        return parts;
    }

    /// <summary>The log of all sources that were read. Builders that no thread needed are left out.</summary>
    public static JourneyLog Build(LogBuilder[] parts, CancellationToken cancellationToken) =>
        LogBuilder.Build([parts[0], .. parts.Skip(1).Where(part => part.RowsRead > 0)], cancellationToken);

    /// <summary>Reads one source to its end.</summary>
    /// <param name="parts">Where its rows go: a builder a thread.</param>
    /// <param name="firstRun">The place of its first chunk among those of all sources.</param>
    /// <param name="progress">What is told of rows.</param>
    /// <param name="stream">The source.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <returns>The place behind its last chunk.</returns>
    public async Task<long> ReadIntoAsync(LogBuilder[] parts, long firstRun, ReadProgress progress, Stream stream, CancellationToken cancellationToken)
    {
        TextInput text = await TextInput.OpenAsync(stream, format.ToInput(source, options.Limits), cancellationToken).ConfigureAwait(false);
        await using (text.ConfigureAwait(false))
        {
            CsvChunker chunker = new(text, format, ChunkSize, options.Limits, firstRun);
            (CsvChunk first, byte[] buffer) = await chunker.NextAsync([], cancellationToken).ConfigureAwait(false);
            IReadOnlyList<string>? header;
            while ((header = HeaderOf(first)) is null && !chunker.HasEnded)
                (first, buffer) = await chunker.NextAsync(buffer, cancellationToken).ConfigureAwait(false);
            ColumnPlan plan = ColumnPlan.For(mapping, CsvHeader.For(mapping, header ?? [], source), source);

            int degree = chunker.HasEnded ? 1 : parts.Length;
            CsvIntake[] intakes = [.. parts.Take(degree).Select(part => new CsvIntake(plan, mapping, format, options.Limits, part))];
            using CsvTurns turns = new(chunker, progress, cancellationToken);
            Task[] others = [.. intakes.Skip(1).Select(intake => Task.Run(() => turns.TakeAsync(intake, []), CancellationToken.None))];
            await turns.TakeAsync(intakes[0], buffer, first, format.HasHeader).ConfigureAwait(false);
            await Task.WhenAll(others).ConfigureAwait(false);
            turns.ThrowFirst(parts);
            return chunker.Next;
        }
    }

    /// <summary>The names of the columns; null where a chunk has only blank lines and comments.</summary>
    private IReadOnlyList<string>? HeaderOf(CsvChunk chunk)
    {
        using CsvReader reader = CsvReader.Create(chunk.Text, CsvIntake.Options(format, format.HasHeader));
        if (format.HasHeader)
        {
            reader.ReadHeader();
            return reader.Headers.Count == 0 ? null : reader.Headers;
        }

        return reader.Read() ? CsvHeader.Numbers(reader.FieldCount) : null;
    }
}
