using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What the sections of a snapshot have given so far. Sections may come in any order after the counts, which say how long the columns must be.</summary>
internal sealed partial class SnapshotContents
{
    private readonly SnapshotInput _input;
    private readonly SnapshotFaults _faults;
    private readonly Dictionary<SnapshotSection, Func<SnapshotEntry, ValueTask>> _readers;
    private readonly Dictionary<(SnapshotSection Section, int Index), Array> _sections = [];
    private SnapshotCounts _counts;

    public SnapshotContents(SnapshotInput input, SnapshotFaults faults)
    {
        _input = input;
        _faults = faults;
        _readers = new()
        {
            [SnapshotSection.Counts] = ReadCountsAsync,
            [SnapshotSection.Customers] = ReadTextsAsync,
            [SnapshotSection.EventNames] = ReadTextsAsync,
            [SnapshotSection.ChannelNames] = ReadTextsAsync,
            [SnapshotSection.Offsets] = entry => ReadAsync<int>(entry, _counts.Customers + 1),
            [SnapshotSection.Ticks] = entry => ReadAsync<long>(entry, _counts.Events),
            [SnapshotSection.Events] = entry => ReadAsync<ushort>(entry, _counts.Events),
            [SnapshotSection.Channels] = entry => ReadAsync<byte>(entry, _counts.Events),
            [SnapshotSection.StartedAt] = entry => ReadAsync<long>(entry, _counts.Events),
            [SnapshotSection.RecordedAt] = entry => ReadAsync<long>(entry, _counts.Events),
            [SnapshotSection.Sequences] = entry => ReadAsync<long>(entry, _counts.Events),
            [SnapshotSection.Ids] = ReadTextsAsync,
            [SnapshotSection.AnswerPositions] = entry => ReadAsync<int>(entry, null),
            [SnapshotSection.AnswerKinds] = entry => ReadAsync<byte>(entry, null),
            [SnapshotSection.AnswerScores] = entry => ReadAsync<double>(entry, null),
            [SnapshotSection.AnswerQuestions] = entry => ReadAsync<int>(entry, null),
            [SnapshotSection.AnswerAbout] = entry => ReadAsync<int>(entry, null),
            [SnapshotSection.QuestionNames] = ReadTextsAsync,
            [SnapshotSection.AboutNames] = ReadTextsAsync,
            [SnapshotSection.MoneyPositions] = entry => ReadAsync<int>(entry, null),
            [SnapshotSection.MoneyUnits] = entry => ReadAsync<long>(entry, null),
            [SnapshotSection.MoneyCurrencies] = entry => ReadAsync<int>(entry, null),
            [SnapshotSection.CurrencyNames] = ReadTextsAsync,
            [SnapshotSection.EventAttributeNames] = ReadTextsAsync,
            [SnapshotSection.EventAttributeValues] = ReadTextsAsync,
            [SnapshotSection.EventAttributeCodes] = entry => ReadAsync<int>(entry, _counts.Events),
            [SnapshotSection.CustomerAttributeNames] = ReadTextsAsync,
            [SnapshotSection.CustomerAttributeValues] = ReadTextsAsync,
            [SnapshotSection.CustomerAttributeCodes] = entry => ReadAsync<int>(entry, _counts.Customers),
            [SnapshotSection.CustomerIdAttributes] = ReadTextsAsync,
            [SnapshotSection.Quality] = entry => ReadAsync<byte>(entry, null),
        };
    }

    /// <summary>Reads the section that comes next; one that is not known is passed over if it may be.</summary>
    public async ValueTask ReadAsync(SnapshotEntry entry)
    {
        if (SnapshotSection.Of(entry.Number) is { } section)
        {
            await _readers[section](entry).ConfigureAwait(false);
            return;
        }

        if (entry.IsRequired)
            throw _faults.Whole($"it holds a section {SnapshotSection.CodeOf(entry.Number)}, without which it cannot be understood and which this library does not know. Read it with a newer version of CustomerJourney.");
        await _input.SkipAsync().ConfigureAwait(false);
    }

    private async ValueTask ReadCountsAsync(SnapshotEntry entry)
    {
        if (entry.Index > 0 || entry.Length != SnapshotFormat.CountsSize) throw _faults.In(SnapshotSection.Counts, $"it has {entry.Length} bytes and index {entry.Index}; it must have {SnapshotFormat.CountsSize} and 0");
        _counts = SnapshotCounts.FromBytes(await _input.ReadBytesAsync(SnapshotFormat.CountsSize).ConfigureAwait(false));
        if (_counts.Customers < 0 || _counts.Customers >= Array.MaxLength || _counts.Events < 0 || _counts.Events > Array.MaxLength)
            throw _faults.In(SnapshotSection.Counts, $"{_counts.Customers} customers and {_counts.Events} events are not what a log can hold");
        if (_counts.ObservedUntil != EventRow.None && !SnapshotCheck.IsInstant(_counts.ObservedUntil))
            throw _faults.In(SnapshotSection.Counts, $"the end of observation, {_counts.ObservedUntil} ticks, does not lie in the years 1 to 9999");
    }

    /// <param name="entry">The section.</param>
    /// <param name="count">How many numbers there must be; null where the section decides that.</param>
    private async ValueTask ReadAsync<T>(SnapshotEntry entry, long? count) where T : unmanaged
    {
        int size = SnapshotNumbers.SizeOf<T>();
        long numbers = count ?? (entry.Length / size);
        if (entry.Length != numbers * size || numbers > Array.MaxLength)
            throw _faults.In(SectionOf(entry), $"it has {entry.Length} bytes, which are not {(count is null ? $"whole numbers of {size} bytes" : $"{count} numbers of {size} bytes")}");
        _sections[(SectionOf(entry), entry.Index)] = await _input.ReadColumnAsync<T>((int)numbers).ConfigureAwait(false);
    }

    private async ValueTask ReadTextsAsync(SnapshotEntry entry) =>
        _sections[(SectionOf(entry), entry.Index)] = await _input.ReadTextsAsync(mayLack: SectionOf(entry) == SnapshotSection.Ids).ConfigureAwait(false);

    private static SnapshotSection SectionOf(SnapshotEntry entry) => SnapshotSection.Of(entry.Number)!;
}
