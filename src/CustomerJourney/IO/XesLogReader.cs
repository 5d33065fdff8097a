using System.Xml;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads XES documents into one log, one after the other: without DTD, without anything from elsewhere, never as a whole.</summary>
internal sealed class XesLogReader
{
    /// <summary>Without a DTD there are no entities but those of XML itself, which are one character each.</summary>
    private const int MostFromEntities = 1024;

    private readonly XesFormat _format;
    private readonly ReadOptions _options;
    private readonly string _source;
    private readonly LogBuilder _builder;
    private readonly XesIntake _intake;
    private long _nested;
    private long _unknown;

    /// <summary>Makes a reader.</summary>
    /// <param name="format">Which attribute is what.</param>
    /// <param name="options">How to read.</param>
    /// <param name="source">The source, for messages.</param>
    public XesLogReader(XesFormat format, ReadOptions options, string source)
    {
        (_format, _options, _source) = (format, options, source);
        _builder = new LogBuilder(options)
        {
            EventColumn = format.Classifier ?? format.Event,
            ChannelColumn = format.Channel ?? nameof(format.Channel),
            IdColumn = format.Id ?? nameof(format.Id),
        };
        _intake = new XesIntake(format, options.Limits, _builder);
    }

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(XesFormat format)
    {
        List<string> problems = XesFormatProblems.Of(format);
        if (problems.Count > 0) throw new JourneyDefinitionException("The XES format", problems);
    }

    /// <summary>Reads a log of one document.</summary>
    public async Task<JourneyLog> ReadAsync(Stream stream, TextCompression compression, CancellationToken cancellationToken)
    {
        await ReadIntoAsync(stream, compression, _source, cancellationToken).ConfigureAwait(false);
        return Build(cancellationToken);
    }

    /// <summary>Reads a log of several files.</summary>
    public async Task<JourneyLog> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        foreach (string file in files)
        {
            _builder.BeginSource(file);
            TextCompression compression = TextInputOptions.CompressionOf(file, TextCompression.Automatic);
            await SourceFiles.ReadAsync(file, stream => ReadIntoAsync(stream, compression, $"'{file}'", cancellationToken)).ConfigureAwait(false);
        }

        return Build(cancellationToken);
    }

    private async Task ReadIntoAsync(Stream stream, TextCompression compression, string source, CancellationToken cancellationToken)
    {
        XmlReaderSettings settings = new()
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _format.MaxCharacters,
            MaxCharactersFromEntities = MostFromEntities,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        TextInput text = await TextInput.OpenAsync(stream, new() { Source = source, Compression = compression, IsDecoded = false, Limits = _options.Limits }, cancellationToken).ConfigureAwait(false);
        await using (text.ConfigureAwait(false))
        {
            XesInput input = new(text, _options.Limits, cancellationToken);
            await using (input.ConfigureAwait(false))
            {
                using XmlReader reader = XmlReader.Create(input, settings);
                try
                {
                    XesWalk walk = new(reader, _format, _options, source, _intake, _builder, cancellationToken);
                    await walk.RunAsync().ConfigureAwait(false);
                    _nested += walk.Nested;
                    _unknown += walk.Unknown;
                }
                catch (XmlException exception)
                {
                    // Some exceptions (that of a DTD) come without a line.
                    long line = exception.LineNumber > 0 ? exception.LineNumber : Math.Max(1, ((IXmlLineInfo)reader).LineNumber);
                    throw JourneyDataException.For(line, "XML", $"is not well-formed, or more than is allowed: {_options.Limits.Shown(exception.Message)}");
                }
            }
        }
    }

    private JourneyLog Build(CancellationToken cancellationToken)
    {
        _options.Progress?.Report(_builder.RowsRead);
        _builder.SourceCounts =
        [
            .. _intake.Counts, .. XesWalk.Counted("attributes inside of attributes passed over", _nested), .. XesWalk.Counted("elements that XES does not have there passed over", _unknown),
        ];
        return _builder.Build(cancellationToken);
    }
}
