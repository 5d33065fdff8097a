namespace CustomerJourney.Events;

/// <content>Asking: one pass over the customers for any number of analyses.</content>
public partial class JourneyLog
{
    /// <summary>Asks one question.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="analysis">The question.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="InvalidOperationException">The question needs stages, touchpoints or personas and the log has not been classified.</exception>
    /// <exception cref="ArgumentException">The question names something that the log or its map does not have.</exception>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public T Measure<T>(Analysis<T> analysis, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return ResultOf<T>(Pass([analysis], options, cancellationToken), 0);
    }

    /// <summary>Asks two questions in one pass.</summary>
    /// <typeparam name="T1">The type of the first answer.</typeparam>
    /// <typeparam name="T2">The type of the second answer.</typeparam>
    /// <param name="first">The first question.</param>
    /// <param name="second">The second question.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public (T1 First, T2 Second) Measure<T1, T2>(Analysis<T1> first, Analysis<T2> second, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        FoldPass pass = Pass([first, second], options, cancellationToken);
        return (ResultOf<T1>(pass, 0), ResultOf<T2>(pass, 1));
    }

    /// <summary>Asks three questions in one pass.</summary>
    /// <typeparam name="T1">The type of the first answer.</typeparam>
    /// <typeparam name="T2">The type of the second answer.</typeparam>
    /// <typeparam name="T3">The type of the third answer.</typeparam>
    /// <param name="first">The first question.</param>
    /// <param name="second">The second question.</param>
    /// <param name="third">The third question.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public (T1 First, T2 Second, T3 Third) Measure<T1, T2, T3>(
        Analysis<T1> first, Analysis<T2> second, Analysis<T3> third, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        FoldPass pass = Pass([first, second, third], options, cancellationToken);
        return (ResultOf<T1>(pass, 0), ResultOf<T2>(pass, 1), ResultOf<T3>(pass, 2));
    }

    /// <summary>Asks any number of questions in one pass. Equal questions are asked once.</summary>
    /// <param name="analyses">The questions.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public Measurements Measure(IEnumerable<Analysis> analyses, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        Analysis[] asked = [.. analyses];
        foreach (Analysis analysis in asked) ArgumentNullException.ThrowIfNull(analysis, nameof(analyses));
        Analysis[] distinct = [.. asked.Distinct()];
        FoldPass pass = Pass(distinct, options, cancellationToken);
        return new Measurements(asked, distinct, [.. pass.Accumulators.Select(accumulator => accumulator.ToUntypedResult())]);
    }

    /// <summary>Asks a question of which this log holds only some of the customers: the answer so far, to be kept, merged and finished later.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="analysis">The question.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="OperationCanceledException">The pass was canceled.</exception>
    public PartialResult<T> MeasurePart<T>(Analysis<T> analysis, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(analysis, (Accumulator<T>)Pass([analysis], options, cancellationToken).Accumulators[0]);
    }

    internal FoldPass Pass(IReadOnlyList<Analysis> analyses, MeasureOptions? options, CancellationToken cancellationToken) =>
        FoldEngine.Run(this, analyses, options ?? MeasureOptions.Default, cancellationToken);

    private static T ResultOf<T>(FoldPass pass, int index) => ((Accumulator<T>)pass.Accumulators[index]).ToResult();
}
