namespace CustomerJourney.Events;

/// <summary>A question to a log as a value: immutable and equal by value; see <see cref="Analysis{TResult}"/>, from which analyses derive.</summary>
public abstract record Analysis
{
    private protected Analysis()
    {
    }

    /// <summary>Whether customers listed without events are visited too. False by default: then every trace has at least one event.</summary>
    public virtual bool IncludesCustomersWithoutEvents => false;

    /// <summary>Whether a customer counts at most once in each figure, so that figures of different customers are independent observations.</summary>
    internal virtual bool CountsCustomersOnce => true;

    internal abstract Accumulator CreateUntypedAccumulator(LogSchema schema);
}
