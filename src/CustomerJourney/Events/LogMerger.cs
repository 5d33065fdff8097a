namespace CustomerJourney.Events;

/// <summary>Unites logs: their columns end to end, then each customer's events in the one order. Used once.</summary>
internal sealed partial class LogMerger
{
    private readonly JourneyLog[] _logs;
    private readonly NameUnion _customers;
    private readonly NameUnion _events;
    private readonly NameUnion _channels;

    /// <summary>For each log, where its events begin when the logs are laid end to end; one more entry at the end.</summary>
    private readonly int[] _bases;

    public LogMerger(JourneyLog[] logs)
    {
        _logs = logs;
        long events = logs.Sum(log => log.EventCount);
        if (events > Array.MaxLength) throw new ArgumentException($"The logs have {events} events together; a log holds {Array.MaxLength}. Measure parts and merge their answers: log.MeasurePart(analysis).", nameof(logs));
        _customers = new([.. logs.Select(log => log.CustomerArray)]);
        _events = new([.. logs.Select(log => log.Schema.Events)]);
        _channels = new([.. logs.Select(log => log.Schema.Channels)]);
        if (_events.Names.Length > LogSchema.MaxEvents) throw new ArgumentException($"The logs have {_events.Names.Length} event names together; a log holds {LogSchema.MaxEvents}. Group event names before reading.", nameof(logs));
        if (_channels.Names.Length > LogSchema.MaxChannels) throw new ArgumentException($"The logs have {_channels.Names.Length} channels together; a log holds {LogSchema.MaxChannels}. Group channels before reading.", nameof(logs));
        _bases = new int[logs.Length + 1];
        for (int log = 0; log < logs.Length; log++) _bases[log + 1] = _bases[log] + logs[log].Columns.EventCount;
    }

    public JourneyLog Merge()
    {
        LogColumns joined = Joined();
        int[] offsets = Offsets();
        int[] order = new MergedOrder(joined, _logs, _bases, _customers.Places).Of(offsets);
        LogColumns columns = joined.Gather(new LogCut { Customers = [], Offsets = offsets, Positions = order }) with { CustomerAttributes = CustomerAttributes(offsets, order) };
        LogSchema schema = LogSchema.For(columns, _events.Names, _channels.Names);
        return new JourneyLog(schema.With(columns, schema.Range, _logs.Max(log => log.Schema.ObservedUntil), null, null), columns, _customers.Names, Quality());
    }

    private int[] Offsets()
    {
        int[] offsets = new int[_customers.Names.Length + 1];
        for (int log = 0; log < _logs.Length; log++)
        {
            int[] own = _logs[log].Columns.Offsets;
            for (int customer = 0; customer + 1 < own.Length; customer++) offsets[_customers.Places[log][customer] + 1] += own[customer + 1] - own[customer];
        }

        for (int customer = 1; customer < offsets.Length; customer++) offsets[customer] += offsets[customer - 1];
        return offsets;
    }

    private AttributeColumn[] CustomerAttributes(int[] offsets, int[] order)
    {
        NameUnion names = new([.. _logs.Select(log => log.Schema.CustomerAttributes)]);
        return [.. names.Names.Select(name => CustomerAttribute(name, offsets, order))];
    }

    private AttributeColumn CustomerAttribute(string name, int[] offsets, int[] order)
    {
        AttributeColumn?[] columns = [.. _logs.Select(log => Array.Find(log.Columns.CustomerAttributes, column => column.Name == name))];
        NameUnion values = new([.. columns.Select(column => column?.Values ?? [])]);
        int[] codes = new int[_customers.Names.Length], knownBy = new int[codes.Length];
        Array.Fill(codes, -1);
        for (int log = 0; log < columns.Length; log++)
        {
            for (int customer = 0; customer < (columns[log]?.Codes.Length ?? 0); customer++)
            {
                if (columns[log]!.Codes[customer] is not (>= 0 and int code)) continue;
                int place = _customers.Places[log][customer];
                codes[place] = values.Places[log][code];
                knownBy[place]++;
            }
        }

        // Where several logs know a value, the last one has won so far; the one that holds the last event should.
        for (int customer = 0; customer < codes.Length; customer++)
        {
            if (knownBy[customer] < 2) continue;
            for (int place = offsets[customer + 1] - 1; place >= offsets[customer]; place--)
            {
                int log = LogOf(order[place]);
                if (columns[log] is not { } column) continue;
                int own = Array.BinarySearch(_customers.Places[log], customer);
                if (column.Codes[own] < 0) continue;
                codes[customer] = values.Places[log][column.Codes[own]];
                break;
            }
        }

        return new AttributeColumn { Name = name, Values = values.Names, Codes = codes, HoldsCustomerIds = Array.Exists(columns, column => column?.HoldsCustomerIds == true) };
    }

    /// <summary>The log of an event by its place when the logs are laid end to end; logs without events share their place with the next one and are never meant.</summary>
    private int LogOf(int position)
    {
        int low = 0, high = _logs.Length - 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_bases[middle + 1] <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private DataQualityReport Quality() => new()
    {
        RowsRead = _logs.Sum(log => log.Quality.RowsRead),
        Accepted = _logs.Sum(log => log.Quality.Accepted),
        Rejected = _logs.Sum(log => log.Quality.Rejected),
        RejectedByReason =
        [
            .. _logs.SelectMany(log => log.Quality.RejectedByReason)
                .GroupBy(count => (count.Column, count.Reason))
                .Select(group => new RejectionCount { Column = group.Key.Column, Reason = group.Key.Reason, Rows = group.Sum(count => count.Rows) })
                .OrderByDescending(count => count.Rows)
                .ThenBy(count => count.Column, StringComparer.Ordinal)
                .ThenBy(count => count.Reason, StringComparer.Ordinal),
        ],
        FirstRejected = [.. _logs.SelectMany(log => log.Quality.FirstRejected)],
        Duplicates = _logs.Sum(log => log.Quality.Duplicates),
        DroppedDuplicates = _logs.Sum(log => log.Quality.DroppedDuplicates),
        Late = _logs.Sum(log => log.Quality.Late),
        Skipped = _logs.Sum(log => log.Quality.Skipped),
        FurtherEvents = _logs.Sum(log => log.Quality.FurtherEvents),
        Collapsed = _logs.Sum(log => log.Quality.Collapsed),
        BrokenChanges = _logs.Sum(log => log.Quality.BrokenChanges),
        LinkedIds = _logs.Sum(log => log.Quality.LinkedIds),
        IdentityConflicts = _logs.Sum(log => log.Quality.IdentityConflicts),
        FirstIdentityConflicts = [.. _logs.SelectMany(log => log.Quality.FirstIdentityConflicts)],
        SourceCounts =
        [
            .. _logs.SelectMany(log => log.Quality.SourceCounts)
                .GroupBy(count => count.Name, StringComparer.Ordinal)
                .Select(group => new NameCount { Name = group.Key, Count = group.Sum(count => count.Count) }),
        ],
        BlankLines = _logs.Sum(log => log.Quality.BlankLines),
        AbsentColumns = [.. _logs.SelectMany(log => log.Quality.AbsentColumns).Distinct(StringComparer.Ordinal)],
    };
}
