using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Survival;

/// <summary>
/// The time from one event to the first of another that follows it, for customers or for cases such as tickets; those not there yet count as going on until observation ends.
/// The value is the median in days by Kaplan and Meier; with a <see cref="CompetingEvent"/> the time by which half of all cases got there (Aalen and Johansen).
/// </summary>
/// <remarks>
/// <para>"Follows" is the order of the log, so events at one instant follow each other by their sequence; one event that is both end and beginning ends the case before and begins the next.
/// Time is the elapsed time between the instants at which the two happened. A case that would end before it began is invalid and told.</para>
/// <para>Cases of one customer are taken for independent in intervals; where customers have several, a warning says so.</para>
/// <para>Keeps sixteen bytes for each distinct time and for each case that is still open; with <see cref="TimeToEvent.Horizons"/> twenty-four more for each case whose longest horizon was still running.</para>
/// <para>E. L. Kaplan &amp; P. Meier (1958); O. Aalen &amp; S. Johansen (1978).</para>
/// </remarks>
public sealed record TimeBetween : TimeToEvent
{
    /// <summary>Asks about the time between two events.</summary>
    /// <param name="from">The event that begins a case, compared ordinally.</param>
    /// <param name="to">The event that ends it; may be the same, for the time to the second one.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public TimeBetween(string from, string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        (From, To) = (from, to);
    }

    private TimeBetween(string to) => To = to;

    /// <summary>The event that begins a case; <see langword="null"/> for any event.</summary>
    public string? From { get; }

    /// <summary>The event that ends a case.</summary>
    public string To { get; }

    /// <summary>What the metric is called; by default "Time from … to …".</summary>
    public string? Name { get; init; }

    /// <summary>Which events begin a case.</summary>
    public TimeBetweenCases Cases
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>The attribute of events that names a customer's cases, such as a ticket id: only events of the same value belong together. <see langword="null"/> where customers are the cases.</summary>
    public string? CaseAttribute { get; init; }

    /// <summary>An event that ends a case another way, so that it never gets there: "abandoned". <see langword="null"/> where there is none.</summary>
    /// <remarks>Taking it for the end of observation, as if those who gave up might still come, overstates the share who come.</remarks>
    public string? CompetingEvent { get; init; }

    /// <summary>How long a case is followed, more than zero: what comes later does not count. <see langword="null"/> for no limit.</summary>
    public TimeSpan? Window
    {
        get;
        init => field = Given.AboveZero(value);
    }

    internal override bool CountsCustomersOnce => CaseAttribute is null && Cases == TimeBetweenCases.First;

    internal override string Title => Name ?? (From is null ? $"Time to {To}" : $"Time from {From} to {To}");

    internal override string? CompetingName => CompetingEvent;

    /// <summary>The time from a customer's first event of any kind to an event: time to convert. Whose first event is that one took no time: 0 days.</summary>
    /// <param name="to">The event.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TimeBetween SinceFirstEvent(string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        return new(to);
    }

    /// <summary>First-response time: from when something is asked to the first reply. Without an attribute that names tickets, a customer waits from the first question not yet replied to.</summary>
    /// <param name="opened">The event that asks.</param>
    /// <param name="replied">The reply of a person or a machine; not the automatic receipt.</param>
    /// <param name="ticketAttribute">The attribute of events that holds the ticket's id.</param>
    public static TimeBetween FirstResponse(string opened, string replied, string? ticketAttribute = null) => Support(opened, replied, ticketAttribute, "First-response time");

    /// <summary>Resolution time: from when something is asked to when it is solved for the first time.</summary>
    /// <param name="opened">The event that asks.</param>
    /// <param name="resolved">The event that closes.</param>
    /// <param name="ticketAttribute">The attribute of events that holds the ticket's id.</param>
    public static TimeBetween Resolution(string opened, string resolved, string? ticketAttribute = null) => Support(opened, resolved, ticketAttribute, "Resolution time");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Properties of the definition contradict each other; the message names all that do.</exception>
    /// <exception cref="ArgumentException">The log does not have the attribute that names cases.</exception>
    public override Accumulator<TimeToEventResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        List<string> faults = [];
        if (Window is { } window && Horizons.Count > 0 && Horizons[^1] > window) faults.Add($"the horizon {TimeText.Of(Horizons[^1])} lies beyond the window of {TimeText.Of(window)}");
        if (Window is { } limit && RestrictedMeanTo > limit) faults.Add($"the restricted mean to {TimeText.Of(RestrictedMeanTo.Value)} goes beyond the window of {TimeText.Of(limit)}");
        if (CompetingEvent is not null && CompetingEvent == To) faults.Add($"'{To}' cannot both end a case and compete with its end");
        if (CompetingEvent is not null && RestrictedMeanTo is not null) faults.Add("there is no restricted mean of times that another event may prevent");
        if (From is null && Cases != TimeBetweenCases.First) faults.Add("where any event begins a case only the first one can");
        if (faults.Count > 0) throw new InvalidOperationException($"{Title} cannot be asked for: {string.Join("; ", faults)}.");
        return new TimeBetweenAccumulator(this, schema, LastSeen(schema));
    }

    /// <inheritdoc/>
    public bool Equals(TimeBetween? other) =>
        base.Equals(other) && From == other!.From && To == other.To && Name == other.Name && Cases == other.Cases && CaseAttribute == other.CaseAttribute && CompetingEvent == other.CompetingEvent
        && Window == other.Window;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), From, To, Name, Cases, CaseAttribute, CompetingEvent, Window);

    private protected override IEnumerable<MetricTerm> OwnTerms()
    {
        yield return new("from", From ?? "the first event");
        yield return new("to", To);
        yield return new("cases", $"{Cases switch { TimeBetweenCases.First => "first", TimeBetweenCases.Every => "every", _ => "one at a time" }} of each {CaseAttribute ?? "customer"}");
        if (CompetingEvent is not null) yield return new("ended otherwise by", CompetingEvent);
        if (Window is { } window) yield return new("window", TimeText.Of(window));
        if (CompetingEvent is null) yield return new("interval", IntervalMethod.ToString());
    }

    private static TimeBetween Support(string opened, string ended, string? ticketAttribute, string name) => new(opened, ended)
    {
        Name = name,
        CaseAttribute = ticketAttribute,
        Cases = ticketAttribute is null ? TimeBetweenCases.OneAtATime : TimeBetweenCases.First,
    };
}
