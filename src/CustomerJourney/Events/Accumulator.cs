namespace CustomerJourney.Events;

/// <summary>The state of an analysis while it visits customers; see <see cref="Accumulator{TResult}"/>, from which analyses derive.</summary>
public abstract class Accumulator
{
    private protected Accumulator()
    {
    }

    /// <summary>Visits one customer. Called for each customer at most once, in no stated order; computes the customer's contribution from the trace alone.</summary>
    /// <param name="trace">The customer's events.</param>
    public abstract void Add(in CustomerTrace trace);

    /// <summary>Writes the state, so that it can be kept and merged another day. What is written holds names, never codes of one log.</summary>
    /// <param name="state">Where to write.</param>
    /// <exception cref="NotSupportedException">The accumulator does not override this method.</exception>
    public virtual void Save(BinaryWriter state) => throw new NotSupportedException(
        $"{GetType().FullName} does not keep its state: override {nameof(Save)} and {nameof(Load)} to make partial results of it.");

    /// <summary>Reads what <see cref="Save"/> wrote into a fresh accumulator.</summary>
    /// <param name="state">Where to read.</param>
    /// <exception cref="NotSupportedException">The accumulator does not override this method.</exception>
    public virtual void Load(BinaryReader state) => throw new NotSupportedException(
        $"{GetType().FullName} does not keep its state: override {nameof(Save)} and {nameof(Load)} to make partial results of it.");

    internal abstract void MergeUntyped(Accumulator other);

    internal abstract object? ToUntypedResult();
}
