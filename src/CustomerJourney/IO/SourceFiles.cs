using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Files that are read as one log, one after the other: found by paths and patterns, and named where something goes wrong in them.</summary>
internal static class SourceFiles
{
    /// <summary>What several files are called together, for messages.</summary>
    public const string Several = "the files";

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

    /// <summary>Opens a file to be read once from its beginning to its end.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Reads one of several files; what goes wrong names it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Reads its bytes.</param>
    public static async Task ReadAsync(string file, Func<Stream, Task> read)
    {
        FileStream stream = Open(file);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                await read(stream).ConfigureAwait(false);
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
