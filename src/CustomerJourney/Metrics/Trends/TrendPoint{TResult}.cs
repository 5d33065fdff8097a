namespace CustomerJourney.Metrics.Trends;

/// <summary>A period of a trend with the whole result behind it.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed record TrendPoint<TResult> : TrendPoint
{
    internal TrendPoint()
    {
    }

    /// <summary>The result of the period; of an empty one it says why there is no value.</summary>
    public required TResult Result { get; init; }
}
