using System.Globalization;

namespace CustomerJourney.Statistics;

/// <summary>
/// A figure with its confidence interval: the value, its limits, the confidence level, the number of observations
/// and the name of the method. The unit is that of the figure: shares are 0…1, NPS is −100…100.
/// </summary>
/// <remarks>An estimate always has a value: a figure without data is a <see langword="null"/> estimate, never 0 or NaN.</remarks>
public sealed record Estimate
{
    /// <summary>The point estimate, computed from the raw data (never the shifted center of an adjusted interval).</summary>
    public required double Value { get; init; }

    /// <summary>The lower limit of the interval, at most <see cref="Upper"/>.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper limit of the interval.</summary>
    public required double Upper { get; init; }

    /// <summary>How many observations the figure rests on; positive.</summary>
    public required long N { get; init; }

    /// <summary>
    /// As how many independent observations of equal weight they count for the interval, above 0: fewer than <see cref="N"/> where weights differ, or where one customer gave several that are alike;
    /// <see cref="N"/> otherwise.
    /// </summary>
    /// <remarks>Kish's (Σw)²/Σw² of weights, n over the design effect of clusters: L. Kish, Survey Sampling (1965). Of weighted means over customers it is that of the weights alone.</remarks>
    public double EffectiveN
    {
        get => field > 0 ? field : N;
        init
        {
            Domain.CheckPositive(value);
            field = value;
        }
    }

    /// <summary>The confidence level, between 0 and 1, for example 0.95.</summary>
    public required double Level { get; init; }

    /// <summary>The name of the interval's method, for example "Wilson" or "adjusted Wald".</summary>
    public required string Method { get; init; }

    /// <summary>Whether a value lies outside the interval.</summary>
    /// <param name="value">The value asked about, in the unit of the figure.</param>
    public bool Excludes(double value) => value < Lower || value > Upper;

    /// <summary>The estimate in the invariant culture with four significant digits, for example "0.4211 (0.3912 to 0.4515)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value:G4} ({Lower:G4} to {Upper:G4})");

    /// <summary>Whether the two are equal in all; observations that count in full are the same whether <see cref="EffectiveN"/> says so or not.</summary>
    /// <param name="other">The other estimate.</param>
    public bool Equals(Estimate? other) => other is not null
        && (Value, Lower, Upper, N, EffectiveN, Level, Method).Equals((other.Value, other.Lower, other.Upper, other.N, other.EffectiveN, other.Level, other.Method));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Lower, Upper, N, EffectiveN, Level, Method);
}
