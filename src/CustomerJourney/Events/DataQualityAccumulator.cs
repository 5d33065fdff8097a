namespace CustomerJourney.Events;

/// <summary>Counts what <see cref="DataQuality"/> asks for. All of it are sums, least and greatest, and the first of a total order, so any partition gives the same.</summary>
internal sealed class DataQualityAccumulator : Accumulator<DataQualityResult>
{
    private readonly DataQuality _definition;
    private readonly LogSchema _schema;
    private readonly DayCounts _days;
    private readonly BotFinder _bots;
    private readonly RepeatFinder _repeats = new();
    private readonly long[] _unknown;
    private readonly SortedDictionary<string, long> _unknownElsewhere = new(StringComparer.Ordinal);
    private readonly long _asOf;
    private long[] _sorted = [];
    private bool _hasClassified;
    private bool _hasUnclassified;
    private bool _hasRecording;
    private long _customers;
    private long _withoutEvents;
    private long _withOneEvent;
    private long _events;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long _tied;
    private long _repeatedEvents;
    private long _repeatedIds;
    private long _recordedEarly;
    private long _future;

    public DataQualityAccumulator(DataQuality definition, LogSchema schema)
    {
        _definition = definition;
        _schema = schema;
        _hasClassified = schema.Journey is not null;
        _hasUnclassified = schema.Journey is null && !schema.IsDetached;
        _days = new DayCounts(schema.Range, definition.Calendar);
        _bots = new BotFinder(definition);
        _unknown = new long[_hasClassified ? schema.Events.Count : 0];
        _asOf = definition.AsOf?.UtcTicks ?? long.MaxValue;
    }

    /// <summary>A count out of a state that was kept.</summary>
    public static long Checked(long count) => count >= 0 ? count : throw new InvalidDataException($"{count} is not a count: it is negative.");

    public override void Add(in CustomerTrace trace)
    {
        _customers++;
        if (trace.Length == 0)
        {
            _withoutEvents++;
            return;
        }

        if (trace.Length == 1) _withOneEvent++;
        _events += trace.Length;
        ReadOnlySpan<long> ticks = trace.HasStarts ? Sorted(trace.Ticks) : trace.Ticks;
        _first = Math.Min(_first, ticks[0]);
        _last = Math.Max(_last, ticks[^1]);
        _days.Add(ticks);
        _bots.Add(_schema.CustomerNames.Value[trace.Customer], ticks);
        AddTies(ticks);
        for (int index = ticks.Length - 1; index >= 0 && ticks[index] > _asOf; index--) _future++;
        (long repeatedEvents, long repeatedIds) = _repeats.CountIn(trace);
        _repeatedEvents += repeatedEvents;
        _repeatedIds += repeatedIds;
        AddRecording(trace);
        if (!_hasUnclassified) AddUnknown(trace);
    }

    public override void Merge(Accumulator<DataQualityResult> other)
    {
        DataQualityAccumulator part = (DataQualityAccumulator)other;
        _hasClassified |= part._hasClassified;
        _hasUnclassified |= part._hasUnclassified;
        _hasRecording |= part._hasRecording;
        _customers += part._customers;
        _withoutEvents += part._withoutEvents;
        _withOneEvent += part._withOneEvent;
        _events += part._events;
        _first = Math.Min(_first, part._first);
        _last = Math.Max(_last, part._last);
        _tied += part._tied;
        _repeatedEvents += part._repeatedEvents;
        _repeatedIds += part._repeatedIds;
        _recordedEarly += part._recordedEarly;
        _future += part._future;
        _days.Merge(part._days);
        _bots.Merge(part._bots);
        foreach ((string name, long count) in part.Unknown()) AddUnknown(name, count);
    }

    public override DataQualityResult ToResult()
    {
        SortedDictionary<int, long> days = _days.ToSorted();
        TrackingGap[] gaps = [.. GapsBetween([.. days.Keys])];
        // Of a part that was not classified nobody knows, so nobody knows of the whole.
        bool isClassified = _hasClassified && !_hasUnclassified;
        SortedDictionary<string, long> unknown = isClassified ? Unknown() : [];
        return new DataQualityResult
        {
            Definition = _definition,
            Events = _events,
            Customers = _customers,
            CustomersWithoutEvents = _withoutEvents,
            CustomersWithOneEvent = _withOneEvent,
            Range = _events == 0 ? null : new TimeRange(Instant(_first), Instant(Math.Min(_last + 1, DateTimeOffset.MaxValue.Ticks))),
            TiedEvents = _tied,
            RepeatedEvents = _repeatedEvents,
            RepeatedIds = _repeatedIds,
            RecordedBeforeHappening = _hasRecording ? _recordedEarly : null,
            FutureEvents = _definition.AsOf is null ? null : _future,
            UnknownEvents = isClassified ? unknown.Values.Sum() : null,
            UnknownEventNames = [.. unknown.OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal)
                .Take(_definition.MostListed).Select(name => new NameCount { Name = name.Key, Count = name.Value })],
            DaysWithEvents = days.Count,
            DaysWithoutEvents = gaps.Sum(gap => (long)gap.Days),
            MedianEventsPerDay = Median([.. days.Values.Order()]),
            GapCount = gaps.Length,
            Gaps = [.. gaps.OrderByDescending(gap => gap.Days).ThenBy(gap => gap.First).Take(_definition.MostListed)],
            SuspectedBotCount = _bots.Count,
            SuspectedBotEvents = _bots.Events,
            SuspectedBots = _bots.Most(),
        };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_hasClassified);
        state.Write(_hasUnclassified);
        state.Write(_hasRecording);
        foreach (long count in new[] { _customers, _withoutEvents, _withOneEvent, _events, _tied, _repeatedEvents, _repeatedIds, _recordedEarly, _future }) state.Write(count);
        state.Write(_first);
        state.Write(_last);
        _days.Save(state);
        _bots.Save(state);
        SortedDictionary<string, long> unknown = Unknown();
        state.Write(unknown.Count);
        foreach ((string name, long count) in unknown)
        {
            state.Write(name);
            state.Write(count);
        }
    }

    public override void Load(BinaryReader state)
    {
        _hasClassified |= state.ReadBoolean();
        _hasUnclassified |= state.ReadBoolean();
        _hasRecording |= state.ReadBoolean();
        _customers += Checked(state.ReadInt64());
        _withoutEvents += Checked(state.ReadInt64());
        _withOneEvent += Checked(state.ReadInt64());
        _events += Checked(state.ReadInt64());
        _tied += Checked(state.ReadInt64());
        _repeatedEvents += Checked(state.ReadInt64());
        _repeatedIds += Checked(state.ReadInt64());
        _recordedEarly += Checked(state.ReadInt64());
        _future += Checked(state.ReadInt64());
        _first = Math.Min(_first, state.ReadInt64());
        _last = Math.Max(_last, state.ReadInt64());
        if (_events > 0 && (_first < 0 || _first > _last || _last > DateTime.MaxValue.Ticks)) throw new InvalidDataException($"Events from {_first} to {_last} ticks are not what a log can have.");
        _days.Load(state);
        _bots.Load(state);
        for (int left = state.ReadInt32(); left > 0; left--) AddUnknown(state.ReadString(), Checked(state.ReadInt64()));
    }

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    private static double? Median(long[] sorted) =>
        sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2;

    private ReadOnlySpan<long> Sorted(ReadOnlySpan<long> ticks)
    {
        if (_sorted.Length < ticks.Length) _sorted = new long[Math.Max(ticks.Length, 2 * _sorted.Length)];
        ticks.CopyTo(_sorted);
        _sorted.AsSpan(0, ticks.Length).Sort();
        return _sorted.AsSpan(0, ticks.Length);
    }

    private void AddTies(ReadOnlySpan<long> ticks)
    {
        for (int first = 0, index = 1; index <= ticks.Length; index++)
        {
            if (index < ticks.Length && ticks[index] == ticks[first]) continue;
            if (index - first > 1) _tied += index - first;
            first = index;
        }
    }

    private void AddRecording(in CustomerTrace trace)
    {
        if (trace.Columns.RecordedAt is not { } recorded) return;
        ReadOnlySpan<long> ticks = trace.Ticks;
        for (int position = 0; position < ticks.Length; position++)
        {
            long at = recorded[trace.Start + position];
            if (at == EventRow.None) continue;
            _hasRecording = true;
            if (at < ticks[position]) _recordedEarly++;
        }
    }

    /// <summary>As the classifier counts them: an answer about a touchpoint that the map has is known, whatever the name of its event.</summary>
    private void AddUnknown(in CustomerTrace trace)
    {
        ReadOnlySpan<byte> stages = trace.Stages;
        ReadOnlySpan<ushort> events = trace.Events;
        for (int position = 0; position < stages.Length; position++)
        {
            if (stages[position] == LogSchema.NoStage && !(_schema.Reading?.IsNamedByRule(events[position]) ?? false) && !IsAboutKnown(trace[position])) _unknown[events[position]]++;
        }
    }

    private static bool IsAboutKnown(in TraceEvent one) =>
        one.FeedbackIndex is >= 0 and int answer && one.Columns.Feedback!.Touchpoints is { } touchpoints && touchpoints[answer] >= 0;

    private void AddUnknown(string name, long count) => _unknownElsewhere[name] = _unknownElsewhere.GetValueOrDefault(name) + count;

    private SortedDictionary<string, long> Unknown()
    {
        SortedDictionary<string, long> all = new(_unknownElsewhere, StringComparer.Ordinal);
        for (int code = 0; code < _unknown.Length; code++)
        {
            if (_unknown[code] > 0) all[_schema.Events[code]] = all.GetValueOrDefault(_schema.Events[code]) + _unknown[code];
        }

        return all;
    }

    private IEnumerable<TrackingGap> GapsBetween(int[] days)
    {
        for (int index = 1; index < days.Length; index++)
        {
            if (days[index] == days[index - 1] + 1) continue;
            DateOnly first = DateOnly.FromDayNumber(days[index - 1] + 1), next = DateOnly.FromDayNumber(days[index]);
            // By time, not by dates: a day that the zone skipped has none, and what daylight adds or takes is far from half a day.
            double elapsed = Math.Round((_definition.Calendar.StartOf(next) - _definition.Calendar.StartOf(first)).TotalDays);
            int count = Math.Min(next.DayNumber - first.DayNumber, (int)elapsed);
            if (count > 0) yield return new TrackingGap { First = first, Last = next.AddDays(-1), Days = count };
        }
    }
}
