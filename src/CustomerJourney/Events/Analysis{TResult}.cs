namespace CustomerJourney.Events;

/// <summary>A question to a log whose answer has a type. Deriving from it makes an analysis that runs in one pass with others, on all cores, grouped and in parts.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
public abstract record Analysis<TResult> : Analysis
{
    /// <summary>Makes an empty accumulator.</summary>
    /// <param name="schema">The names of the log, for turning the names of the definition into codes once. A name that the log does not have gives -1. Where parts that were gathered elsewhere are merged there is no log: the schema is then empty and nothing is added to the accumulator.</param>
    public abstract Accumulator<TResult> CreateAccumulator(LogSchema schema);

    /// <summary>The same question for each group of customers.</summary>
    /// <param name="dimension">What customers are grouped by.</param>
    public Analysis<Breakdown<TResult>> By(CustomerDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new CustomerBreakdown<TResult>(this, dimension, null);
    }

    /// <summary>The same question for each pair of groups of customers.</summary>
    /// <param name="rows">What customers are grouped by first.</param>
    /// <param name="columns">What customers are grouped by second.</param>
    public Analysis<Breakdown<TResult>> By(CustomerDimension rows, CustomerDimension columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return new CustomerBreakdown<TResult>(this, rows, columns);
    }

    internal sealed override Accumulator CreateUntypedAccumulator(LogSchema schema) => CreateAccumulator(schema);
}
