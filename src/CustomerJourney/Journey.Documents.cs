using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <content>The map as a JSON document, format 1.0.</content>
public sealed partial class Journey
{
    /// <summary>
    /// The JSON paths of what the map's document says and this version of the library does not hold, each once, without positions and in ordinal order, for example <c>$.journey.stages[*].mood</c>:
    /// properties of a newer minor version of the format, and those that lenient reading let pass. They are not interpreted, but kept and written back by <see cref="ToJson"/>;
    /// extensions (<c>x-…</c>) are kept too and not listed. Empty for a map made in code.
    /// </summary>
    public IReadOnlyList<string> UnreadProperties => JourneyDocument.Of(this).Unread;

    /// <summary>Reads a map from a JSON document of format 1.x, strictly.</summary>
    /// <exception cref="JourneyDefinitionException">The document is no map; all its faults are listed.</exception>
    public static Journey Parse(string json) => Parse(json, JourneyReadOptions.Strict);

    /// <summary>Reads a map from a JSON document of format 1.x.</summary>
    /// <param name="json">The document.</param>
    /// <param name="options">How strictly to read, and how much.</param>
    /// <remarks>
    /// All faults of the document come in one exception, each with JSON path and line. Properties that format 1.0 does not know are faults, unless they begin with <c>x-</c> or a newer minor version wrote the document.
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">The document is no map, or larger than the options allow; all its faults are listed.</exception>
    public static Journey Parse(string json, JourneyReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        return DocumentReader.Read(DocumentInput.Of(json, options).Span, DocumentInput.Unnamed, options);
    }

    /// <summary>Reads a map from a JSON file in UTF-8, strictly.</summary>
    /// <exception cref="JourneyDefinitionException">The file is no map; all its faults are listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Task<Journey> LoadAsync(string path, CancellationToken cancellationToken = default) => LoadAsync(path, JourneyReadOptions.Strict, cancellationToken);

    /// <summary>Reads a map from a JSON file in UTF-8.</summary>
    /// <exception cref="JourneyDefinitionException">The file is no map, or larger than the options allow; all its faults are listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<Journey> LoadAsync(string path, JourneyReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        await using (file.ConfigureAwait(false))
            return await LoadAsync(file, $"The journey document {Phrase.Quote(path)}", options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a map from a stream of JSON in UTF-8, to its end, strictly. The stream stays open.</summary>
    /// <exception cref="JourneyDefinitionException">The stream holds no map; all its faults are listed.</exception>
    public static Task<Journey> LoadAsync(Stream stream, CancellationToken cancellationToken = default) => LoadAsync(stream, JourneyReadOptions.Strict, cancellationToken);

    /// <summary>Reads a map from a stream of JSON in UTF-8, to its end. The stream stays open.</summary>
    /// <exception cref="JourneyDefinitionException">The stream holds no map, or more than the options allow; all its faults are listed.</exception>
    public static Task<Journey> LoadAsync(Stream stream, JourneyReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return LoadAsync(stream, DocumentInput.Unnamed, options, cancellationToken);
    }

    /// <summary>
    /// The map as a JSON document of format 1.0: fixed order of properties, two spaces, line feeds, nulls and empty lists left out. The same map gives the same text, and reading and writing it again changes no byte.
    /// </summary>
    /// <remarks>Letters of all scripts are written as they are; whoever puts the text into an HTML page escapes it for HTML.</remarks>
    public string ToJson() => Encoding.UTF8.GetString(ToUtf8());

    /// <summary>Writes the map to a file as <see cref="ToJson"/> gives it, in UTF-8 without byte order mark; a file that is there is replaced.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.WriteAllBytesAsync(path, ToUtf8(), cancellationToken);
    }

    /// <summary>Writes the map to a stream as <see cref="ToJson"/> gives it, in UTF-8 without byte order mark. The stream stays open.</summary>
    public async Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(ToUtf8(), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Journey> LoadAsync(Stream stream, string subject, JourneyReadOptions options, CancellationToken cancellationToken) =>
        DocumentReader.Read((await DocumentInput.ReadAsync(stream, options, cancellationToken).ConfigureAwait(false)).Span, subject, options);

    private byte[] ToUtf8() => DocumentWriter.Write(JourneyDocument.Of(this).Root);
}
