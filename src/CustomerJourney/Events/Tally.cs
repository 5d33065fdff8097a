using System.Diagnostics;

namespace CustomerJourney.Events;

/// <summary>The counts of an event metric for one group: adds one event at a time, merges, and gives the result at the end.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>Only exact, commutative and associative operations may combine events; see <see cref="Accumulator{TResult}"/>.</remarks>
public abstract class Tally<TResult>
{
    /// <summary>Adds one event. The events of one customer follow each other, in the order of the log.</summary>
    /// <param name="e">The event.</param>
    public abstract void Add(in TraceEvent e);

    /// <summary>Adds the score of one answer to no named question, as <see cref="Add"/> does, but with no <see cref="EndCustomer"/> to come. Called only for metrics with <see cref="EventMetric{TResult}.ScoresOf"/>.</summary>
    /// <param name="score">The answer.</param>
    /// <param name="isFirst">Whether it is the first one of its customer that is added here.</param>
    internal virtual void AddScore(double score, bool isFirst) => throw new UnreachableException($"{GetType().FullName} is no tally of scores.");

    /// <summary>Is called once after the last event of each customer of whom an event was added.</summary>
    public virtual void EndCustomer()
    {
    }

    /// <summary>Adds the state of another tally of the same metric and leaves the other unchanged.</summary>
    /// <param name="other">A tally of the same class.</param>
    public abstract void Merge(Tally<TResult> other);

    /// <summary>The answer to what has been added and merged so far. May be called more than once.</summary>
    public abstract TResult ToResult();

    /// <summary>Writes the state, so that it can be kept and merged another day.</summary>
    /// <param name="state">Where to write.</param>
    /// <exception cref="NotSupportedException">The tally does not override this method.</exception>
    public virtual void Save(BinaryWriter state) => throw new NotSupportedException(
        $"{GetType().FullName} does not keep its state: override {nameof(Save)} and {nameof(Load)} to make partial results of it.");

    /// <summary>Reads what <see cref="Save"/> wrote into a fresh tally.</summary>
    /// <param name="state">Where to read.</param>
    /// <exception cref="NotSupportedException">The tally does not override this method.</exception>
    public virtual void Load(BinaryReader state) => throw new NotSupportedException(
        $"{GetType().FullName} does not keep its state: override {nameof(Save)} and {nameof(Load)} to make partial results of it.");
}
