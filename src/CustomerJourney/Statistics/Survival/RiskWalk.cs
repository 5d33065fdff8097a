namespace CustomerJourney.Statistics.Survival;

/// <summary>Goes through a sample by ascending times and keeps who is at risk and who has an event at each.</summary>
internal struct RiskWalk(SurvivalSample sample)
{
    private readonly SortedTimes _events = sample.EventTimes;
    private readonly SortedTimes _censored = sample.CensoredTimes;
    private readonly SortedTimes _entries = sample.EntryTimes;
    private int _nextEvent;
    private int _nextCensored;
    private int _nextEntry;

    /// <summary>How many are at risk at the time moved to.</summary>
    public long AtRisk { get; private set; } = sample.Count - sample.DelayedEntries;

    /// <summary>How many have their event at the time moved to.</summary>
    public long Events { get; private set; }

    /// <summary>The next time with an event at or after those passed; infinite when there is none.</summary>
    public readonly double NextEvent => _nextEvent < _events.Length ? _events.Times.Span[_nextEvent] : double.PositiveInfinity;

    /// <summary>Moves to a time, above all times moved to before.</summary>
    public void MoveTo(double time)
    {
        AtRisk -= Events;
        ReadOnlySpan<double> censored = _censored.Times.Span, entries = _entries.Times.Span, events = _events.Times.Span;
        for (; _nextCensored < censored.Length && censored[_nextCensored] < time; _nextCensored++) AtRisk -= _censored.Counts.Span[_nextCensored];
        for (; _nextEntry < entries.Length && entries[_nextEntry] < time; _nextEntry++) AtRisk += _entries.Counts.Span[_nextEntry];
        for (; _nextEvent < events.Length && events[_nextEvent] < time; _nextEvent++) AtRisk -= _events.Counts.Span[_nextEvent];
        Events = _nextEvent < events.Length && events[_nextEvent] == time ? _events.Counts.Span[_nextEvent++] : 0;
    }
}
