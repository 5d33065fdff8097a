using System.Diagnostics;

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

    /// <summary>
    /// An empty accumulator for the same log whose parts stand where they stand in the result of this one, which is finished: for taking a result apart by customer.
    /// Overridden where the names of the definition need not be looked up again, or where the result is laid out by all customers together.
    /// </summary>
    internal virtual Accumulator CreateSibling(Analysis analysis, LogSchema schema) => analysis.CreateUntypedAccumulator(schema);

    /// <summary>The parts of the result that anything was added to: a result without groups is one part, a breakdown has one for each row.</summary>
    internal virtual IEnumerable<ResultPart> Parts() => [new ResultPart("", ToUntypedResult())];

    /// <summary>Whether runs of customers may be handed over at once, with <see cref="AddRun"/>: where most of them have nothing that is asked for.</summary>
    internal virtual bool TakesRuns => false;

    /// <summary>Visits each customer of a run, as <see cref="Add"/> does. Only where runs are taken.</summary>
    /// <param name="columns">The columns of the log.</param>
    /// <param name="first">The first customer.</param>
    /// <param name="end">The customer after the last one.</param>
    internal virtual void AddRun(LogColumns columns, int first, int end) => throw new UnreachableException($"{GetType().FullName} takes no runs of customers.");

    internal abstract void MergeUntyped(Accumulator other);

    internal abstract object? ToUntypedResult();
}
