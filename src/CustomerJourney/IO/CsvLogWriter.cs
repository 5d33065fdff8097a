using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Writes a log as CSV: a row an event, in the order of the log.</summary>
internal sealed class CsvLogWriter
{
    private readonly JourneyLog _log;
    private readonly LogExportOptions _options;
    private readonly LogColumns _columns;
    private readonly EventMapping _mapping;
    private readonly CsvCells _cells;
    private readonly TextOutput _output;
    private readonly CultureInfo _culture;
    private readonly string[] _eventColumns;
    private readonly string[] _customerColumns;

    public CsvLogWriter(JourneyLog log, CsvFormat format, LogExportOptions options, Stream stream)
    {
        (_log, _options, _columns) = (log, options, log.Columns);
        _culture = format.Culture ?? CultureInfo.InvariantCulture;
        _output = new TextOutput(stream);
        _cells = new CsvCells(_output, format, options.FormulaSafe);
        HashSet<string> taken = new(ExportColumns.Fixed, StringComparer.Ordinal);
        _eventColumns = [.. _columns.EventAttributes.Select(attribute => Unique(taken, attribute.Name, "event"))];
        _customerColumns = [.. _columns.CustomerAttributes.Select(attribute => Unique(taken, attribute.Name, "customer"))];
        _mapping = ExportColumns.MappingOf(_columns, _eventColumns, _customerColumns);
    }

    /// <summary>Checks what can be checked before a file is opened.</summary>
    public static void Check(CsvFormat format)
    {
        if (format.Separator == format.Quote) throw new ArgumentException($"The separator and the quote of a CSV file must differ; both are '{format.Quote}'.", nameof(format));
        if (!format.HasHeader) throw new ArgumentException("An export names its columns, so that it can be read back: leave CsvFormat.HasHeader as it is.", nameof(format));
        if (format.SkippedLines > 0) throw new ArgumentException($"An export has no lines before its table, so reading it back would skip its header: leave CsvFormat.SkippedLines, which is {format.SkippedLines}, as it is.", nameof(format));
        if (format.Entry is not null) throw new ArgumentException($"An export is no archive: leave CsvFormat.Entry, which is '{format.Entry}', as it is.", nameof(format));
    }

    /// <summary>Checks what can be checked before a file of this name is opened.</summary>
    public static void Check(CsvFormat format, string path)
    {
        Check(format);
        TextCompression compression = ExportFile.CompressionOf(path);
        if (format.Compression != TextCompression.Automatic && format.Compression != compression)
            throw new ArgumentException($"The name '{path}' asks for the compression {compression}, CsvFormat.Compression for {format.Compression}: leave it as it is, and name the file with .gz, .br or neither.", nameof(format));
    }

    /// <summary>Writes to a stream in the encoding of a format, which is left open.</summary>
    public static async Task<LogExport> WriteAsync(JourneyLog log, Stream stream, CsvFormat format, LogExportOptions options, CancellationToken cancellationToken)
    {
        if (format.Encoding is null or UTF8Encoding) return await new CsvLogWriter(log, format, options, stream).WriteAsync(cancellationToken).ConfigureAwait(false);

        // What the encoding cannot hold ends the export: a question mark in its place would be another name.
        Encoding encoding = (Encoding)format.Encoding.Clone();
        encoding.EncoderFallback = EncoderFallback.ExceptionFallback;
        Stream transcoded = Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using (transcoded.ConfigureAwait(false)) return await new CsvLogWriter(log, format, options, transcoded).WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<LogExport> WriteAsync(CancellationToken cancellationToken)
    {
        WriteHeader();
        ExportRows rows = new(_log);
        while (rows.Next(_options.Progress, cancellationToken))
        {
            WriteRow(rows);
            await _output.FlushPieceAsync(cancellationToken).ConfigureAwait(false);
        }

        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return ExportLosses.Count(_log, _mapping, _cells.MadeSafe);
    }

    private void WriteHeader()
    {
        string?[] names =
        [
            _mapping.Customer, _mapping.Event, _mapping.Time, _mapping.StartedAt, _mapping.RecordedAt, _mapping.Id, _mapping.Sequence, _mapping.Channel,
            _mapping.Score, _mapping.ScoreKindColumn, _mapping.Question, _mapping.About, _mapping.Value, _mapping.Currency, .. _eventColumns, .. _customerColumns,
        ];
        foreach (string? name in names)
        {
            if (name is not null) _cells.AddExactly(name);
        }

        _cells.EndRow();
    }

    private void WriteRow(ExportRows row)
    {
        int position = row.Position;
        _cells.Add(row.CustomerName);
        _cells.Add(row.EventName);
        _cells.AddInstant(_columns.Ticks[position]);
        if (_columns.StartedAt is { } starts) _cells.AddInstant(starts[position]);
        if (_columns.RecordedAt is { } recorded) _cells.AddInstant(recorded[position]);
        if (_columns.Ids is { } ids) _cells.Add(ids[position]);
        if (_columns.Sequences is { } sequences) _cells.AddExactly(sequences[position] == EventRow.None ? "" : sequences[position].ToString(CultureInfo.InvariantCulture));
        if (_columns.Channels is not null) _cells.Add(row.Channel);
        if (_columns.Feedback is { } feedback) WriteAnswer(feedback, row.Answer);
        if (_columns.Money is { } money)
        {
            _cells.AddExactly(row.Amount < 0 ? "" : MoneyUnits.ToDecimal(money.Units[row.Amount]).ToString(_culture));
            if (money.Currencies is not null) _cells.Add(row.Amount < 0 ? null : money.Currency(row.Amount));
        }

        foreach (AttributeColumn attribute in _columns.EventAttributes) _cells.Add(ExportRows.ValueOf(attribute, position));
        foreach (AttributeColumn attribute in _columns.CustomerAttributes) _cells.Add(ExportRows.ValueOf(attribute, row.Customer));
        _cells.EndRow();
    }

    private void WriteAnswer(FeedbackColumn feedback, int answer)
    {
        _cells.AddExactly(answer < 0 ? "" : feedback.Scores[answer].ToString("R", _culture));
        _cells.AddExactly(answer < 0 ? "" : ScoreKinds.NameOf(feedback.Kinds[answer]));
        if (feedback.Questions is not null) _cells.Add(answer < 0 ? null : feedback.Question(answer));
        if (feedback.About is not null) _cells.Add(answer < 0 ? null : feedback.AboutName(answer));
    }

    /// <summary>The column of an attribute: its name, or one made of it where that is taken.</summary>
    private string Unique(HashSet<string> taken, string name, string level)
    {
        string column = _options.FormulaSafe ? FormulaText.Safe(name) : name;
        if (!taken.Add(column))
        {
            column = $"{level}.{column}";
            while (!taken.Add(column)) column += "_";
        }

        return column;
    }
}
