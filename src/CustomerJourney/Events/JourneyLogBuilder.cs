namespace CustomerJourney.Events;

/// <summary>Makes a <see cref="JourneyLog"/> of events that producers push into it, from any number of threads.</summary>
/// <remarks>
/// <para>
/// Where events have a <see cref="JourneyEvent.Sequence"/> that no two events of a customer at one instant share, the events of the log and their order do not depend on the order in which they were added.
/// Events at one instant without a sequence stand in the order in which they were added, which among several threads is that of the machine's mood.
/// Of the <see cref="DataQualityReport"/>, <see cref="DataQualityReport.Late"/> and the lines of rejected events tell of that order in any case.
/// </para>
/// <para>A <c>System.Threading.Channels</c> channel needs no builder: <c>JourneyLog.FromAsync(channel.Reader.ReadAllAsync())</c>.</para>
/// </remarks>
public sealed class JourneyLogBuilder
{
    private readonly Lock _lock = new();
    private readonly EventIntake _intake;
    private bool _isBuilt;

    /// <summary>Makes a builder without events.</summary>
    /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
    public JourneyLogBuilder(ReadOptions? options = null) => _intake = new EventIntake(options ?? ReadOptions.Default);

    /// <summary>How many events were added so far, rejected ones included.</summary>
    public long Count
    {
        get
        {
            lock (_lock) return _intake.Count;
        }
    }

    /// <summary>Adds an event. Safe to call from many threads at a time.</summary>
    /// <param name="journeyEvent">The event. One that is not valid is rejected and counted.</param>
    /// <exception cref="ArgumentNullException">The event is null.</exception>
    /// <exception cref="JourneyDataException">The event is not valid and reading is strict, or the log has more different events or channels than it can hold.</exception>
    /// <exception cref="InvalidOperationException">The log was built.</exception>
    public JourneyLogBuilder Add(JourneyEvent journeyEvent)
    {
        ArgumentNullException.ThrowIfNull(journeyEvent);
        lock (_lock)
        {
            ThrowIfBuilt();
            _intake.Add(journeyEvent);
        }

        return this;
    }

    /// <summary>Adds customers known apart from events, so that those who never did anything are counted. Safe to call from many threads at a time.</summary>
    /// <param name="customers">The customers.</param>
    /// <exception cref="ArgumentException">A customer has no id, or an id or attribute that is not Unicode.</exception>
    /// <exception cref="InvalidOperationException">The log was built.</exception>
    public JourneyLogBuilder AddCustomers(IEnumerable<CustomerProfile> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);

        // What the caller's sequence does must not happen under the lock.
        CustomerProfile[] known = [.. customers];
        lock (_lock)
        {
            ThrowIfBuilt();
            _intake.AddProfiles(known);
        }

        return this;
    }

    /// <summary>Builds the log. The builder takes no more events afterwards.</summary>
    /// <param name="cancellationToken">Ends building.</param>
    /// <exception cref="InvalidOperationException">The log was built before.</exception>
    /// <exception cref="OperationCanceledException">Building was canceled.</exception>
    public JourneyLog Build(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            ThrowIfBuilt();
            cancellationToken.ThrowIfCancellationRequested();
            _isBuilt = true;
            return _intake.Build(cancellationToken);
        }
    }

    private void ThrowIfBuilt()
    {
        if (_isBuilt) throw new InvalidOperationException("The log of this builder was built; push further events into a new JourneyLogBuilder.");
    }
}
