using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads JSON texts into one log, one after the other, so that ties are in the order of the texts and then of their rows.</summary>
internal abstract class JsonLogReader
{
    private readonly string _source;

    /// <summary>Makes a reader.</summary>
    /// <param name="mapping">Which value is what.</param>
    /// <param name="plan">The mapping, laid over JSON.</param>
    /// <param name="unitLevel">The level of the parts that are held in memory as a whole.</param>
    /// <param name="options">How to read.</param>
    /// <param name="source">The source, for messages.</param>
    protected JsonLogReader(EventMapping mapping, JsonPlan plan, int unitLevel, ReadOptions options, string source)
    {
        _source = source;
        Text = new JsonText(mapping, options);
        Record = new JsonRecord(plan, mapping, unitLevel, Text, source);
    }

    /// <summary>What all texts share.</summary>
    protected JsonText Text { get; }

    /// <summary>Finds the values of rows; what it has seen of columns it has seen in all texts.</summary>
    protected JsonRecord Record { get; }

    /// <summary>Reads a log of one text.</summary>
    public async Task<JourneyLog> ReadAsync(Stream stream, TextCompression compression, CancellationToken cancellationToken)
    {
        await ReadIntoAsync(stream, compression, _source, cancellationToken).ConfigureAwait(false);
        return Text.Build(Record, cancellationToken);
    }

    /// <summary>Reads a log of several files.</summary>
    public async Task<JourneyLog> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        foreach (string file in files)
        {
            Text.Builder.BeginSource(file);
            TextCompression compression = TextInputOptions.CompressionOf(file, TextCompression.Automatic);
            await SourceFiles.ReadAsync(file, stream => ReadIntoAsync(stream, compression, $"'{file}'", cancellationToken)).ConfigureAwait(false);
        }

        return Text.Build(Record, cancellationToken);
    }

    /// <summary>Reads one text from its beginning to its end.</summary>
    protected abstract Task ReadTextAsync(ByteWindow window, CancellationToken cancellationToken);

    private async Task ReadIntoAsync(Stream stream, TextCompression compression, string source, CancellationToken cancellationToken)
    {
        TextInput input = await Text.OpenAsync(stream, compression, source, cancellationToken).ConfigureAwait(false);
        await using (input.ConfigureAwait(false))
        {
            Record.BeginText();
            await ReadTextAsync(new ByteWindow(input), cancellationToken).ConfigureAwait(false);
        }
    }
}
