using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>The answer to <see cref="DataQuality"/>: counts of what makes figures doubtful. Equal by value.</summary>
/// <remarks>Prints as text, Markdown and JSON. As a table it names no customer; the other forms list <see cref="SuspectedBots"/>.</remarks>
public sealed record DataQualityResult : IJourneyResult
{
    /// <summary>The question.</summary>
    public required DataQuality Definition { get; init; }

    /// <summary>What happened to the rows that the log was read from; <see langword="null"/> where the question was asked without <see cref="JourneyLog.CheckQuality"/>.</summary>
    public DataQualityReport? Reading { get; init; }

    /// <summary>The number of events in the log.</summary>
    public required long Events { get; init; }

    /// <summary>The number of customers, those without events included.</summary>
    public required long Customers { get; init; }

    /// <summary>The customers that were listed and have no event.</summary>
    public required long CustomersWithoutEvents { get; init; }

    /// <summary>The customers with exactly one event, who show no journey.</summary>
    public required long CustomersWithOneEvent { get; init; }

    /// <summary>From the first event's instant to just after the last one's; <see langword="null"/> without events.</summary>
    public required TimeRange? Range { get; init; }

    /// <summary>The events at an instant (<see cref="JourneyEvent.At"/>) at which the same customer has another one: their order comes from the sequence, not from time.</summary>
    public required long TiedEvents { get; init; }

    /// <summary><see cref="TiedEvents"/> as a share of the events, 0…1; <see langword="null"/> without events.</summary>
    public double? TiesShare => Share(TiedEvents, Events);

    /// <summary>The events that equal an earlier one of the same customer in every field that an event has.</summary>
    public required long RepeatedEvents { get; init; }

    /// <summary>The events that bear the id of an earlier one of the same customer and differ from all such in another field.</summary>
    public required long RepeatedIds { get; init; }

    /// <summary>The events with a recording time before they happened, the mark of a clock that is wrong; <see langword="null"/> where no event has a recording time.</summary>
    public required long? RecordedBeforeHappening { get; init; }

    /// <summary>The events after <see cref="DataQuality.AsOf"/>; <see langword="null"/> where that is not given.</summary>
    public required long? FutureEvents { get; init; }

    /// <summary>The events that no touchpoint of the map names; <see langword="null"/> for a log that has not been classified.</summary>
    public required long? UnknownEvents { get; init; }

    /// <summary>The names of <see cref="UnknownEvents"/>, most frequent first; as many as the definition lists.</summary>
    public required IReadOnlyList<NameCount> UnknownEventNames { get; init => field = EquatableList.Of(value); }

    /// <summary>The number of days with events.</summary>
    public required long DaysWithEvents { get; init; }

    /// <summary>The number of days without any event between the first and the last event.</summary>
    public required long DaysWithoutEvents { get; init; }

    /// <summary>The median number of events on days with events: where it is small, a day without any is no surprise. <see langword="null"/> without events.</summary>
    public required double? MedianEventsPerDay { get; init; }

    /// <summary>The number of stretches of days without events.</summary>
    public required long GapCount { get; init; }

    /// <summary>The stretches of days without events, the longest first, the earlier of equals first; as many as the definition lists.</summary>
    public required IReadOnlyList<TrackingGap> Gaps { get; init => field = EquatableList.Of(value); }

    /// <summary>The number of customers with more events in a minute or a day than the definition allows.</summary>
    public required long SuspectedBotCount { get; init; }

    /// <summary>The events of all suspected bots.</summary>
    public required long SuspectedBotEvents { get; init; }

    /// <summary><see cref="SuspectedBotEvents"/> as a share of the events, 0…1; <see langword="null"/> without events.</summary>
    public double? SuspectedBotShare => Share(SuspectedBotEvents, Events);

    /// <summary>The suspected bots, those with the most events first, then in ordinal order of their ids; as many as the definition lists.</summary>
    public required IReadOnlyList<SuspectedBot> SuspectedBots { get; init => field = EquatableList.Of(value); }

    /// <inheritdoc/>
    public string Title => "Data quality";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "What", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Count", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Share", Kind = ResultColumnKind.Share },
            new ResultColumn { Name = "From", Kind = ResultColumnKind.Instant },
            new ResultColumn { Name = "Until", Kind = ResultColumnKind.Instant },
        ],
        Rows =
        [
            .. Figures().Select(figure => (IReadOnlyList<object?>)[figure.What, figure.Count, figure.Share, figure.Span?.Start, figure.Span?.End]),
            .. Gaps.Select(gap => (IReadOnlyList<object?>)["gap of days without events", (long)gap.Days, null, Definition.Calendar.StartOf(gap.First), Definition.Calendar.StartOf(gap.Last.AddDays(1))]),
            .. UnknownEventNames.Select(name => (IReadOnlyList<object?>)[$"not known to the map: {name.Name}", name.Count, Share(name.Count, Events), null, null]),
            .. (Reading?.ToTable().Rows ?? []).Select(row => (IReadOnlyList<object?>)[$"rows {row[0]}", row[1], null, null, null]),
        ],
    };

    /// <summary>The result as a few lines of text in the invariant culture. Lines end with \n.</summary>
    public string ToText() => DataQualityTextWriter.Write(this);

    /// <summary>The result as Markdown: a table of figures and lists. Nothing in ids and names can become markup. Lines end with \n.</summary>
    public string ToMarkdown() => DataQualityMarkdownWriter.Write(this);

    /// <summary>The result as JSON with a member for each figure, for a program that decides by them. Lines end with \n.</summary>
    /// <remarks>Any <see cref="IJourneyResult"/> has its table as JSON besides: <c>((IJourneyResult)quality).ToJson()</c>.</remarks>
    public string ToJson() => DataQualityJsonWriter.Write(this);

    /// <summary>The figures in the order of reading, in words; a count is <see langword="null"/> where it was not asked for.</summary>
    internal IEnumerable<(string What, long? Count, double? Share, TimeRange? Span)> Figures()
    {
        yield return ("events", Events, null, Range);
        yield return ("customers", Customers, null, null);
        yield return ("customers without events", CustomersWithoutEvents, Share(CustomersWithoutEvents, Customers), null);
        yield return ("customers with one event", CustomersWithOneEvent, Share(CustomersWithOneEvent, Customers), null);
        yield return ("events at one instant with another of the customer", TiedEvents, TiesShare, null);
        yield return ("events equal to an earlier one of the customer", RepeatedEvents, Share(RepeatedEvents, Events), null);
        yield return ("events with the id of an earlier one of the customer", RepeatedIds, Share(RepeatedIds, Events), null);
        yield return ("events recorded before they happened", RecordedBeforeHappening, Share(RecordedBeforeHappening, Events), null);
        yield return ("events in the future", FutureEvents, Share(FutureEvents, Events), null);
        yield return ("events not known to the map", UnknownEvents, Share(UnknownEvents, Events), null);
        yield return ("days with events", DaysWithEvents, Share(DaysWithEvents, DaysWithEvents + DaysWithoutEvents), null);
        yield return ("days without events", DaysWithoutEvents, Share(DaysWithoutEvents, DaysWithEvents + DaysWithoutEvents), null);
        yield return ("gaps of days without events", GapCount, null, null);
        yield return ("suspected bots", SuspectedBotCount, Share(SuspectedBotCount, Customers), null);
        yield return ("events of suspected bots", SuspectedBotEvents, SuspectedBotShare, null);
    }

    private static double? Share(long? part, long whole) => part is long count && whole > 0 ? (double)count / whole : null;
}
