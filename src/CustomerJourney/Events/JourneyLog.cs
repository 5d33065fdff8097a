namespace CustomerJourney.Events;

/// <summary>
/// The facts: every customer's events in one fixed order, columnar and immutable. Made by <see cref="From"/>, <see cref="FromAsync"/>, a <see cref="JourneyLogBuilder"/>
/// or a reader such as <c>JourneyLog.ReadCsvAsync</c>; asked with <see cref="Measure{T}(Analysis{T}, MeasureOptions?, CancellationToken)"/>.
/// </summary>
/// <remarks>
/// Events are ordered by (customer, <c>StartedAt ?? At</c>, <c>At</c>, <c>Sequence</c>), customers ordinally. Analyses use positions in this order,
/// so results do not depend on the order of arrival. Safe for use by many threads.
/// </remarks>
public partial class JourneyLog
{
    private readonly string[] _customers;

    internal JourneyLog(LogSchema schema, LogColumns columns, string[] customers, DataQualityReport quality)
    {
        Schema = schema;
        Columns = columns;
        _customers = customers;
        CustomerIds = customers.AsReadOnly();
        Quality = quality;
    }

    /// <summary>The names of events, channels, attributes and stages, and their codes.</summary>
    public LogSchema Schema { get; }

    /// <summary>What happened to the rows that the log was read from.</summary>
    public DataQualityReport Quality { get; }

    /// <summary>The ids of all customers, in ordinal order; those without events included.</summary>
    public IReadOnlyList<string> CustomerIds { get; }

    /// <summary>The number of customers, those without events included.</summary>
    public int CustomerCount => _customers.Length;

    /// <summary>The number of events.</summary>
    public long EventCount => Columns.EventCount;

    /// <summary>From the first event's instant to just after the last one's; <see langword="null"/> for a log without events.</summary>
    public TimeRange? Range => Schema.Range;

    internal LogColumns Columns { get; }

    internal string[] CustomerArray => _customers;

    /// <summary>Makes a log of events in any order.</summary>
    /// <param name="events">The events; read once.</param>
    /// <param name="customers">Customers known apart from events, so that those who never did anything are counted.</param>
    /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JourneyDataException">An event is not valid and reading is strict, or the log has more different events or channels than it can hold.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static JourneyLog From(IEnumerable<JourneyEvent> events, IEnumerable<CustomerProfile>? customers = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        EventIntake intake = new(options ?? ReadOptions.Default);
        intake.AddProfiles(customers);
        foreach (JourneyEvent journeyEvent in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            intake.Add(journeyEvent);
        }

        return intake.Build(cancellationToken);
    }

    /// <summary>Makes a log of events that arrive one after the other.</summary>
    /// <param name="events">The events, in any order; read once.</param>
    /// <param name="customers">Customers known apart from events, so that those who never did anything are counted.</param>
    /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JourneyDataException">An event is not valid and reading is strict, or the log has more different events or channels than it can hold.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static async Task<JourneyLog> FromAsync(
        IAsyncEnumerable<JourneyEvent> events, IEnumerable<CustomerProfile>? customers = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        EventIntake intake = new(options ?? ReadOptions.Default);
        intake.AddProfiles(customers);
        await foreach (JourneyEvent journeyEvent in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A sequence need not look at its token.
            cancellationToken.ThrowIfCancellationRequested();
            intake.Add(journeyEvent);
        }

        return intake.Build(cancellationToken);
    }

    /// <summary>Finds a customer's number by id; -1 if the log does not have the customer.</summary>
    internal int IndexOf(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int index = Array.BinarySearch(_customers, customer, StringComparer.Ordinal);
        return index < 0 ? -1 : index;
    }

    internal CustomerTrace TraceOf(int customer) => new(Columns, customer);
}
