namespace CustomerJourney.Statistics;

/// <summary>What each sign of frustration weighs in a score. Scores under different weights are different figures: give each choice its own version.</summary>
public sealed record FrictionWeights
{
    /// <summary>The weights 3, 2, 2 and 1 of productmetrics.org's frustration score.</summary>
    public static FrictionWeights Published { get; } = new() { Version = "productmetrics.org", RageClick = 3, DeadClick = 2, Error = 2, Reversal = 1 };

    /// <summary>The name of this choice, which is kept beside every score; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Version
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>What a run of fast clicks weighs, finite and not negative.</summary>
    public required double RageClick { get; init => field = Checked(value, nameof(RageClick)); }

    /// <summary>What a click on nothing weighs, finite and not negative.</summary>
    public required double DeadClick { get; init => field = Checked(value, nameof(DeadClick)); }

    /// <summary>What an error weighs, finite and not negative.</summary>
    public required double Error { get; init => field = Checked(value, nameof(Error)); }

    /// <summary>What a step back weighs, finite and not negative.</summary>
    public required double Reversal { get; init => field = Checked(value, nameof(Reversal)); }

    private static double Checked(double value, string name) => value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A weight is finite and not negative.");
}
