namespace CustomerJourney.Statistics;

/// <summary>
/// The nine ways of Hyndman and Fan to take a quantile of a sample. They agree for large samples and differ for small ones, so name the type beside a figure.
/// </summary>
/// <remarks>R. J. Hyndman &amp; Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996); the numbers are theirs and R's.</remarks>
public enum QuantileType
{
    /// <summary>Type 7: between values, (n − 1)·p + 1 from the start. The default of R, NumPy and Excel, and here.</summary>
    Linear = 0,

    /// <summary>Type 1: the smallest value of which at least the share p is not above; always a value of the sample.</summary>
    InverseDistribution = 1,

    /// <summary>Type 2: as type 1, with the middle of two values where the share is met exactly. The default of SAS.</summary>
    AveragedInverseDistribution = 2,

    /// <summary>Type 3: the value nearest to rank n·p, the even rank of two equally near.</summary>
    NearestEven = 3,

    /// <summary>Type 4: between values, rank n·p.</summary>
    InterpolatedInverseDistribution = 4,

    /// <summary>Type 5: between values, rank n·p + ½. Hazen, in hydrology.</summary>
    Hazen = 5,

    /// <summary>Type 6: between values, rank (n + 1)·p. Minitab, SPSS; Weibull.</summary>
    Weibull = 6,

    /// <summary>Type 8: between values, rank (n + ⅓)·p + ⅓. About unbiased for the median of the quantile whatever the distribution; what Hyndman and Fan recommend.</summary>
    MedianUnbiased = 8,

    /// <summary>Type 9: between values, rank (n + ¼)·p + ⅜. About unbiased for normal values.</summary>
    NormalUnbiased = 9,
}
