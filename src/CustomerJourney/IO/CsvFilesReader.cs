using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads several CSV files into one log, one after the other, so that ties are in the order of the files and then of their rows.</summary>
internal sealed class CsvFilesReader(EventMapping mapping, CsvFormat format, ReadOptions options)
{
    /// <summary>The bytes that are read at once; null for as many as is good. Changes no result.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>The files that paths and patterns name, in the order of the list and then of their paths.</summary>
    /// <exception cref="ArgumentException">There is no path, or a file is named twice.</exception>
    /// <exception cref="FileNotFoundException">No file matches a pattern.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths)
    {
        List<string> files = [];
        HashSet<string> known = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string path in paths)
        {
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
            IReadOnlyList<string> found = FilePattern.IsPattern(path) ? FilePattern.Find(path) : [path];
            if (found.Count == 0) throw new FileNotFoundException($"No file matches '{path}' in '{Directory.GetCurrentDirectory()}'.", path);
            foreach (string file in found)
            {
                if (!known.Add(Path.GetFullPath(file))) throw new ArgumentException($"The file '{file}' is named twice; its events would be counted twice.", nameof(paths));
                files.Add(file);
            }
        }

        return files.Count > 0 ? files : throw new ArgumentException("There are no files to read.", nameof(paths));
    }

    public async Task<JourneyLog> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        LogBuilder[] parts = CsvLogReader.NewParts(mapping, options);
        ReadProgress progress = new(options.Progress);
        long run = 0;
        foreach (string file in files)
        {
            foreach (LogBuilder part in parts) part.BeginSource(file);
            run = await ReadIntoAsync(parts, run, progress, file, cancellationToken).ConfigureAwait(false);
        }

        progress.End();
        return CsvLogReader.Build(parts, cancellationToken);
    }

    /// <summary>Opens a file to be read once from its beginning to its end.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>The format of one file: brotli is told by its name.</summary>
    public static CsvFormat FormatOf(string path, CsvFormat format) => format with { Compression = TextInputOptions.CompressionOf(path, format.Compression) };

    /// <summary>Reads one of the files; what goes wrong names it.</summary>
    private async Task<long> ReadIntoAsync(LogBuilder[] parts, long firstRun, ReadProgress progress, string file, CancellationToken cancellationToken)
    {
        CsvLogReader reader = new(mapping, FormatOf(file, format), options, $"'{file}'") { ChunkSize = ChunkSize ?? CsvLogReader.ChunkSizeByDefault };
        FileStream stream = Open(file);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                return await reader.ReadIntoAsync(parts, firstRun, progress, stream, cancellationToken).ConfigureAwait(false);
            }
            catch (JourneyDataException exception) when (exception.Row is { Source: null, Line: > 0 })
            {
                throw new JourneyDataException(exception.Row with { Source = file });
            }
            catch (InvalidDataException exception)
            {
                throw new InvalidDataException($"{file}: {exception.Message}", exception);
            }
            catch (DecoderFallbackException exception)
            {
                throw new DecoderFallbackException($"{file}: {exception.Message}", exception.BytesUnknown ?? [], exception.Index);
            }
        }
    }
}
