namespace CustomerJourney.Events;

/// <summary>The answers to a list of analyses, asked for by their definition.</summary>
public sealed class Measurements
{
    private readonly Dictionary<Analysis, object?> _results;

    internal Measurements(IReadOnlyList<Analysis> asked, IReadOnlyList<Analysis> distinct, IReadOnlyList<object?> results)
    {
        Definitions = asked;
        _results = new(distinct.Count);
        for (int index = 0; index < distinct.Count; index++) _results.Add(distinct[index], results[index]);
    }

    /// <summary>The number of analyses, repeated ones counted.</summary>
    public int Count => Definitions.Count;

    /// <summary>The analyses, in the order given.</summary>
    public IReadOnlyList<Analysis> Definitions { get; }

    /// <summary>The answer to an analysis of the list, found by the value of its definition.</summary>
    /// <typeparam name="TResult">The type of the answer.</typeparam>
    /// <param name="analysis">An analysis equal to one of the list.</param>
    /// <exception cref="KeyNotFoundException">The list has no such analysis.</exception>
    public TResult Of<TResult>(Analysis<TResult> analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return _results.TryGetValue(analysis, out object? result)
            ? (TResult)result!
            : throw new KeyNotFoundException($"{analysis.GetType().Name} was not measured here: no analysis of the list equals {analysis}.");
    }

    /// <summary>The untyped answer to an analysis of the list.</summary>
    /// <param name="analysis">An analysis equal to one of the list.</param>
    internal object? Of(Analysis analysis) => _results[analysis];
}
