using System.Xml;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Reads an XES document into a log: without DTD, without anything from elsewhere, never as a whole.</summary>
internal sealed class XesLogReader(XesFormat format, ReadOptions options, string source)
{
    /// <summary>Without a DTD there are no entities but those of XML itself, which are one character each.</summary>
    private const int MostFromEntities = 1024;

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(XesFormat format)
    {
        List<string> problems = XesFormatProblems.Of(format);
        if (problems.Count > 0) throw new JourneyDefinitionException("The XES format", problems);
    }

    public async Task<JourneyLog> ReadAsync(Stream stream, TextCompression compression, CancellationToken cancellationToken)
    {
        XmlReaderSettings settings = new()
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = format.MaxCharacters,
            MaxCharactersFromEntities = MostFromEntities,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        LogBuilder builder = new(options)
        {
            EventColumn = format.Classifier ?? format.Event,
            ChannelColumn = format.Channel ?? nameof(format.Channel),
            IdColumn = format.Id ?? nameof(format.Id),
        };
        TextInput text = await TextInput.OpenAsync(stream, new() { Source = source, Compression = compression, IsDecoded = false, Limits = options.Limits }, cancellationToken).ConfigureAwait(false);
        await using (text.ConfigureAwait(false))
        {
            XesInput input = new(text, options.Limits, cancellationToken);
            await using (input.ConfigureAwait(false))
            {
                using XmlReader reader = XmlReader.Create(input, settings);
                try
                {
                    await new XesWalk(reader, format, options, source, builder, cancellationToken).RunAsync().ConfigureAwait(false);
                }
                catch (XmlException exception)
                {
                    // Some exceptions (that of a DTD) come without a line.
                    long line = exception.LineNumber > 0 ? exception.LineNumber : Math.Max(1, ((IXmlLineInfo)reader).LineNumber);
                    throw JourneyDataException.For(line, "XML", $"is not well-formed, or more than is allowed: {options.Limits.Shown(exception.Message)}");
                }
            }
        }

        options.Progress?.Report(builder.RowsRead);
        return builder.Build(cancellationToken);
    }
}
