namespace CustomerJourney.Events;

/// <content>Building: names in their order, rows sorted into the one order of a log, columns gathered along it.</content>
internal sealed partial class LogBuilder
{
    /// <summary>Sorts what was collected. The builder is used up afterwards.</summary>
    public JourneyLog Build(CancellationToken cancellationToken = default) => Build([this], cancellationToken);

    /// <summary>
    /// Makes one log of the parts of a source, or of several sources. It is the same to the bit however the rows were shared out to parts,
    /// if the runs of the parts (<see cref="BeginRun"/>) keep their order. The parts are used up afterwards.
    /// </summary>
    /// <param name="parts">Builders with the same options; at least one.</param>
    /// <param name="cancellationToken">Ends building.</param>
    /// <exception cref="JourneyDataException">The parts together have more different events or channels than a log can hold.</exception>
    public static JourneyLog Build(IReadOnlyList<LogBuilder> parts, CancellationToken cancellationToken)
    {
        foreach (LogBuilder part in parts) part.FindCustomers();
        if (FirstNameTooMany(parts) is { } tooMany) throw tooMany.Exception;
        LogBuilder all = Unite(parts, out IReadOnlyList<PartCodes> codes);
        return all.Build(parts, codes, cancellationToken);
    }

    private JourneyLog Build(IReadOnlyList<LogBuilder> parts, IReadOnlyList<PartCodes> codes, CancellationToken cancellationToken)
    {
        int degree = _options.MaxDegreeOfParallelism ?? Environment.ProcessorCount;
        ResolveIdentity();
        RankSequences(parts.Sum(part => part.EventCount));
        CustomerNames.Release();
        Lazy<string[]> customerNames = CustomerNames.Sort(out int[] customerRank, degree);
        int customerCount = LeaveOutLinkedIds(ref customerNames, ref customerRank);
        string[] eventNames = EventNames.ToSorted(out int[] eventRank);
        string[] channelNames = ChannelNames.ToSorted(out int[] channelRank);
        cancellationToken.ThrowIfCancellationRequested();

        long rowsRead = parts.Sum(part => part.RowsRead), accepted = parts.Sum(part => (long)part.EventCount);
        IReadOnlyList<ArrivedRun> runs = RunsOf(parts, codes, new() { Customers = customerRank, Events = eventRank, Channels = channelRank });
        SortedEvents sorted = Sort(runs, customerCount, channelNames.Length > 0, degree, cancellationToken);
        long late = sorted.Late;
        DuplicateCounts duplicates = RemoveDuplicates(ref sorted, customerNames, eventNames, degree);
        long brokenChanges = CountBrokenChanges(sorted);
        long collapsed = CollapseRepeats(ref sorted);
        cancellationToken.ThrowIfCancellationRequested();

        LogColumns columns = new()
        {
            Offsets = sorted.Offsets,
            Absent = LogColumns.AbsentFor(sorted.Offsets),
            Ticks = sorted.Ticks,
            Events = sorted.Events,
            Channels = sorted.Channels,
            StartedAt = GatherStarts(sorted),
            RecordedAt = GatherOptional(sorted, _recordedAt, EventRow.None),
            Sequences = GatherOptional(sorted, _sequences, EventRow.None),
            Ids = GatherOptional(sorted, _ids, null),
            Feedback = GatherFeedback(sorted),
            Money = GatherMoney(sorted),
            EventAttributes = [.. _eventAttributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => GatherEventAttribute(attribute, sorted))],
            CustomerAttributes = GatherCustomerAttributes(sorted, customerRank),
        };
        DataQualityReport quality = new()
        {
            RowsRead = rowsRead,
            Accepted = accepted - duplicates.Rejected,
            Rejected = _rejections.Count,
            RejectedByReason = _rejections.ByReason,
            FirstRejected = _rejections.First,
            Duplicates = duplicates.Found,
            DroppedDuplicates = duplicates.Dropped,
            Late = late,
            SourceCounts = RoundedAmounts == 0 ? SourceCounts : [.. SourceCounts, new NameCount { Name = "amounts rounded to four decimals", Count = RoundedAmounts }],
            Skipped = Skipped,
            FurtherEvents = FurtherEvents,
            Collapsed = collapsed,
            BrokenChanges = brokenChanges,
            LinkedIds = _resolution?.Linked ?? 0,
            IdentityConflicts = _resolution?.Conflicts.Count ?? 0,
            FirstIdentityConflicts = [.. (_resolution?.Conflicts ?? []).Take(_options.MaxListedRows)],
            BlankLines = BlankLines,
            AbsentColumns = AbsentColumns,
        };
        LogSchema schema = LogSchema.For(columns, eventNames, channelNames);
        return new JourneyLog(schema, columns, customerNames, quality);
    }

    private SortedEvents Sort(IReadOnlyList<ArrivedRun> runs, int customers, bool hasChannels, int degree, CancellationToken cancellationToken)
    {
        bool byTimeAlone = _startedAt.Count == 0 && _sequences.Count == 0;
        bool everyRow = !byTimeAlone || _options.Duplicates == DuplicateEvents.Reject;
        EventSorter sorter = new(runs, customers, hasChannels, everyRow, degree, cancellationToken);
        return byTimeAlone
            ? sorter.Sort(default(TimeOrder), mayArriveInOrder: true)
            : sorter.Sort(new RowOrder(_startedAt, _sequences), mayArriveInOrder: false);
    }
}
