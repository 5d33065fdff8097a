using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads several CSV files into one log, one after the other, so that ties are in the order of the files and then of their rows.</summary>
internal sealed class CsvFilesReader(EventMapping mapping, CsvFormat format, ReadOptions options)
{
    /// <summary>The bytes that are read at once; null for as many as is good. Changes no result.</summary>
    public int? ChunkSize { get; init; }

    public async Task<JourneyLog> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        LogBuilder[] parts = CsvLogReader.NewParts(mapping, options);
        ReadProgress progress = new(options.Progress);
        long run = 0;
        foreach (string file in files)
        {
            foreach (LogBuilder part in parts) part.BeginSource(file);
            CsvLogReader reader = new(mapping, FormatOf(file, format), options, $"'{file}'") { ChunkSize = ChunkSize ?? CsvLogReader.ChunkSizeByDefault };
            await SourceFiles.ReadAsync(file, async stream => run = await reader.ReadIntoAsync(parts, run, progress, stream, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        progress.End();
        return CsvLogReader.Build(parts, cancellationToken);
    }

    /// <summary>The format of one file: brotli is told by its name.</summary>
    public static CsvFormat FormatOf(string path, CsvFormat format) => format with { Compression = TextInputOptions.CompressionOf(path, format.Compression) };
}
