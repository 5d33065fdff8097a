using System.Buffers.Binary;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Lays a log out as sections and writes them. The same log gives the same bytes: nothing of the machine, the day or the map goes into them.</summary>
internal sealed class SnapshotWriter
{
    private readonly List<(SnapshotSection Section, int Index, long Length, Func<SnapshotOutput, ValueTask> Write)> _plan = [];

    public SnapshotWriter(JourneyLog log)
    {
        LogColumns columns = log.Columns;
        AddBytes(SnapshotSection.Counts, SnapshotCounts.Of(log).ToBytes());
        AddTexts(SnapshotSection.Customers, log.CustomerArray);
        AddTexts(SnapshotSection.EventNames, [.. log.Schema.Events]);
        AddTexts(SnapshotSection.ChannelNames, [.. log.Schema.Channels]);
        // Names stay in the schema of a log that was cut, even where the last answer or amount was cut off.
        AddTexts(SnapshotSection.QuestionNames, [.. log.Schema.Questions]);
        AddTexts(SnapshotSection.CurrencyNames, [.. log.Schema.Currencies]);
        AddColumn(SnapshotSection.Offsets, columns.Offsets);
        AddColumn(SnapshotSection.Ticks, columns.Ticks);
        AddColumn(SnapshotSection.Events, columns.Events);
        AddColumn(SnapshotSection.Channels, columns.Channels);
        AddColumn(SnapshotSection.StartedAt, columns.StartedAt);
        AddColumn(SnapshotSection.RecordedAt, columns.RecordedAt);
        AddColumn(SnapshotSection.Sequences, columns.Sequences);
        if (columns.Ids is { } ids) AddTexts(SnapshotSection.Ids, ids);
        Add(columns.Feedback);
        Add(columns.Money);
        Add(SnapshotSection.EventAttributeNames, SnapshotSection.EventAttributeValues, SnapshotSection.EventAttributeCodes, columns.EventAttributes);
        Add(SnapshotSection.CustomerAttributeNames, SnapshotSection.CustomerAttributeValues, SnapshotSection.CustomerAttributeCodes, columns.CustomerAttributes);
        string[] idAttributes = [.. columns.CustomerAttributes.Where(attribute => attribute.HoldsCustomerIds).Select(attribute => attribute.Name)];
        if (idAttributes.Length > 0) AddTexts(SnapshotSection.CustomerIdAttributes, idAttributes);
        AddBytes(SnapshotSection.Quality, SnapshotQuality.ToBytes(log.Quality));
        if (_plan.Count > SnapshotFormat.MostSections)
            throw new NotSupportedException($"The log has {_plan.Count:N0} columns; a snapshot holds {SnapshotFormat.MostSections:N0}. Read only the attributes that questions are about.");
    }

    public async Task WriteAsync(Stream stream, bool blocks, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long length = SnapshotFormat.HeaderSize + sizeof(uint);
        foreach (var part in _plan) length += SnapshotFormat.EntrySize + part.Length + sizeof(uint);
        SnapshotOutput output = new(stream, length, blocks, progress, cancellationToken);
        await output.WriteAsync(Header(length)).ConfigureAwait(false);
        await output.EndAsync().ConfigureAwait(false);
        foreach (var part in _plan)
        {
            await part.Write(output).ConfigureAwait(false);
            await output.EndAsync().ConfigureAwait(false);
        }

        await output.FlushAsync().ConfigureAwait(false);
    }

    private byte[] Header(long length)
    {
        byte[] header = new byte[SnapshotFormat.HeaderSize + (SnapshotFormat.EntrySize * _plan.Count)];
        SnapshotFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), SnapshotFormat.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), SnapshotFormat.Minor);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), _plan.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), length);
        Span<byte> entry = header.AsSpan(SnapshotFormat.HeaderSize);
        foreach (var part in _plan)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry, part.Section.Number);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], part.Index);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], SnapshotFormat.RequiredFlag);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], part.Length);
            entry = entry[SnapshotFormat.EntrySize..];
        }

        return header;
    }

    private void Add(FeedbackColumn? answers)
    {
        if (answers is null) return;
        AddColumn(SnapshotSection.AnswerPositions, answers.Positions);
        AddBytes(SnapshotSection.AnswerKinds, Array.ConvertAll(answers.Kinds, kind => (byte)kind));
        AddColumn(SnapshotSection.AnswerScores, answers.Scores);
        AddColumn(SnapshotSection.AnswerQuestions, answers.Questions);
        AddColumn(SnapshotSection.AnswerAbout, answers.About);
        AddTexts(SnapshotSection.AboutNames, answers.AboutNames);
    }

    private void Add(MoneyColumn? amounts)
    {
        if (amounts is null) return;
        AddColumn(SnapshotSection.MoneyPositions, amounts.Positions);
        AddColumn(SnapshotSection.MoneyUnits, amounts.Units);
        AddColumn(SnapshotSection.MoneyCurrencies, amounts.Currencies);
    }

    private void Add(SnapshotSection names, SnapshotSection values, SnapshotSection codes, AttributeColumn[] attributes)
    {
        AddTexts(names, Array.ConvertAll(attributes, attribute => attribute.Name));
        for (int index = 0; index < attributes.Length; index++)
        {
            AddTexts(values, attributes[index].Values, index);
            AddColumn(codes, attributes[index].Codes, index);
        }
    }

    private void AddColumn<T>(SnapshotSection section, T[]? column, int index = 0) where T : unmanaged
    {
        if (column is not null) _plan.Add((section, index, (long)column.Length * SnapshotNumbers.SizeOf<T>(), output => output.WriteAsync(column)));
    }

    private void AddTexts(SnapshotSection section, string?[] texts, int index = 0)
    {
        uint[] lengths = SnapshotOutput.LengthsOf(texts);
        long length = sizeof(long);
        foreach (uint bytes in lengths) length += sizeof(uint) + (bytes == SnapshotFormat.NoText ? 0 : bytes);
        _plan.Add((section, index, length, output => output.WriteAsync(texts, lengths)));
    }

    private void AddBytes(SnapshotSection section, byte[] bytes) =>
        _plan.Add((section, 0, bytes.Length, output => output.WriteAsync(bytes.AsMemory())));
}
