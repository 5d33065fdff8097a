namespace CustomerJourney.Events;

/// <summary>A question to a log as a value: immutable and equal by value; see <see cref="Analysis{TResult}"/>, from which analyses derive.</summary>
public abstract record Analysis
{
    private protected Analysis()
    {
    }

    /// <summary>Whether customers listed without events are visited too. False by default: then every trace has at least one event.</summary>
    public virtual bool IncludesCustomersWithoutEvents => false;

    internal abstract Accumulator CreateUntypedAccumulator(LogSchema schema);
}
