namespace CustomerJourney.Events;

/// <summary>A fold over customers: adds one trace at a time, merges, and gives the result at the end.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>
/// Customers' contributions may be combined only by operations that are exact, commutative and associative: integer addition, minimum and maximum,
/// set union, multisets sorted before use, <c>ExactSum</c> for doubles. Then the answer is the same, bit for bit, for any number of threads
/// and any partition. Means and intervals are computed once, in <see cref="ToResult"/>. An accumulator is used by one thread at a time.
/// </remarks>
public abstract class Accumulator<TResult> : Accumulator
{
    /// <summary>Adds the state of another accumulator of the same analysis, made for this log or another, and leaves the other unchanged.</summary>
    /// <param name="other">An accumulator of the same class.</param>
    public abstract void Merge(Accumulator<TResult> other);

    /// <summary>The answer to what has been added and merged so far. May be called more than once.</summary>
    public abstract TResult ToResult();

    internal sealed override void MergeUntyped(Accumulator other) => Merge((Accumulator<TResult>)other);

    internal sealed override object? ToUntypedResult() => ToResult();
}
