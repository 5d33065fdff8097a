using System.Globalization;
using CsvHelper;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads a CSV file into a log: header, plan, then chunk after chunk, which threads take in turn and parse at the same time.</summary>
internal sealed class CsvLogReader(EventMapping mapping, CsvFormat format, ReadOptions options, string source)
{
    private const int LongestRecordByDefault = 16 * 1024 * 1024;
    private const int ChunkSizeByDefault = 1024 * 1024;

    /// <summary>The bytes that are read at once and parsed by one thread. Changes no result.</summary>
    public int ChunkSize { get; init; } = ChunkSizeByDefault;

    /// <summary>The bytes of the longest record.</summary>
    public int LongestRecord { get; init; } = LongestRecordByDefault;

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(EventMapping mapping, CsvFormat format)
    {
        if (format.Separator == format.Quote) throw new ArgumentException($"The separator and the quote of a CSV file must differ; both are '{format.Quote}'.", nameof(format));
        List<string> problems = MappingProblems.OfTable(mapping);
        if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
    }

    public async Task<JourneyLog> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        Stream plain = await GzipInput.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        await using (plain.ConfigureAwait(false))
        {
            Stream text = await Utf8Text.OpenAsync(plain, format.Encoding, cancellationToken).ConfigureAwait(false);
            await using (text.ConfigureAwait(false))
            {
                IReadOnlyList<LogBuilder> parts = await ReadPartsAsync(text, cancellationToken).ConfigureAwait(false);
                return LogBuilder.Build(parts, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<LogBuilder>> ReadPartsAsync(Stream text, CancellationToken cancellationToken)
    {
        CsvChunker chunker = new(text, (byte)format.Separator, (byte)format.Quote, ChunkSize, LongestRecord);
        ReadProgress progress = new(options.Progress);
        (CsvChunk first, byte[] buffer) = await chunker.NextAsync([], cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string>? header;
        while ((header = HeaderOf(first)) is null && !chunker.HasEnded)
            (first, buffer) = await chunker.NextAsync(buffer, cancellationToken).ConfigureAwait(false);
        ColumnPlan plan = ColumnPlan.For(mapping, header ?? [], source);

        int degree = chunker.HasEnded ? 1 : options.MaxDegreeOfParallelism ?? Environment.ProcessorCount;
        using CsvTurns turns = new(chunker, progress, cancellationToken);
        CsvIntake[] intakes = new CsvIntake[degree];
        for (int index = 0; index < degree; index++) intakes[index] = new(plan, mapping, format, NewBuilder(), LongestRecord);
        Task[] others = [.. intakes.Skip(1).Select(intake => Task.Run(() => turns.TakeAsync(intake, []), CancellationToken.None))];
        await turns.TakeAsync(intakes[0], buffer, first, format.HasHeader).ConfigureAwait(false);
        await Task.WhenAll(others).ConfigureAwait(false);

        IReadOnlyList<LogBuilder> parts = [.. intakes.Select(intake => intake.Builder)];
        turns.ThrowFirst(parts);
        progress.End();
        return parts;
    }

    private LogBuilder NewBuilder() => new(options)
    {
        EventColumn = mapping.Event ?? nameof(mapping.Event),
        ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
        IdColumn = mapping.Id ?? nameof(mapping.Id),
    };

    /// <summary>The names of the columns; null where a chunk has only blank lines.</summary>
    private IReadOnlyList<string>? HeaderOf(CsvChunk chunk)
    {
        using CsvReader reader = CsvReader.Create(chunk.Text, CsvIntake.Options(format, format.HasHeader));
        if (format.HasHeader)
        {
            reader.ReadHeader();
            return reader.Headers.Count == 0 ? null : reader.Headers;
        }

        return reader.Read() ? ColumnNumbers(reader.FieldCount) : null;
    }

    private static string[] ColumnNumbers(int count)
    {
        string[] names = new string[count];
        for (int place = 0; place < count; place++) names[place] = (place + 1).ToString(CultureInfo.InvariantCulture);
        return names;
    }
}
