using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What readers of JSON share: the log builder, progress, and words for text that is not JSON.</summary>
internal sealed class JsonText
{
    private const int ShownBefore = 40;
    private readonly ReadOptions _options;
    private long _nextReport = SourceLimits.RowsBetweenProgress;

    public JsonText(EventMapping mapping, ReadOptions options)
    {
        _options = options;
        NotJson = FormattableString.Invariant(
            $"is not one JSON object on one line, or is nested deeper than {options.Limits.JsonDepth} levels ({nameof(ReadLimits)}.{nameof(ReadLimits.JsonDepth)}); a JSON array, or objects over several lines, are read with ReadJsonAsync");
        Builder = new LogBuilder(options)
        {
            EventColumn = mapping.Event ?? nameof(mapping.Event),
            ChannelColumn = mapping.Channel ?? nameof(mapping.Channel),
            IdColumn = mapping.Id ?? nameof(mapping.Id),
        };
    }

    public LogBuilder Builder { get; }

    /// <summary>Why a line is not read. One sentence for every fault, so that lines can be counted by it.</summary>
    public string NotJson { get; }

    public ReadLimits Limits => _options.Limits;

    /// <summary>How a text is read. Only values of a part that was read whole are taken: what is not valid is noticed in the same pass.</summary>
    public JsonReaderOptions ReaderOptions => new() { MaxDepth = Limits.JsonDepth, AllowMultipleValues = true };

    /// <summary>The text of a source, decompressed and in UTF-8.</summary>
    public ValueTask<TextInput> OpenAsync(Stream stream, TextCompression compression, string source, CancellationToken cancellationToken) =>
        TextInput.OpenAsync(stream, new TextInputOptions { Source = source, Compression = compression, Limits = Limits }, cancellationToken);

    /// <summary>Tells progress and looks for cancellation, from time to time.</summary>
    public void Count(CancellationToken cancellationToken)
    {
        if (Builder.RowsRead < _nextReport) return;
        _nextReport = Builder.RowsRead + SourceLimits.RowsBetweenProgress;
        cancellationToken.ThrowIfCancellationRequested();
        _options.Progress?.Report(Builder.RowsRead);
    }

    public JourneyLog Build(JsonRecord record, CancellationToken cancellationToken)
    {
        _options.Progress?.Report(Builder.RowsRead);
        Builder.AbsentColumns = record.AbsentColumns;
        return Builder.Build(cancellationToken);
    }

    /// <summary>The text in which a fault lies, from a little before it.</summary>
    public static string Around(ReadOnlySpan<byte> text, long fault)
    {
        const int Short = 200;
        int first = text.Length <= Short ? 0 : (int)Math.Clamp(fault - ShownBefore, 0, text.Length);

        // Not from the middle of a character.
        while (first > 0 && first < text.Length && (text[first] & 0xC0) == 0x80) first--;
        return ListedText.Of(text[first..]);
    }
}
