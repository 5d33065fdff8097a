namespace CustomerJourney.Classification.Learning;

/// <summary>How <see cref="HiddenStageModel.Learn"/> trains.</summary>
public sealed record HiddenStageLearningOptions
{
    /// <summary>The defaults.</summary>
    public static HiddenStageLearningOptions Default { get; } = new();

    /// <summary>The most iterations of each start, at least 1; 200 unless set. Each is one pass over the log.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MaximumIterations { get; init => field = AtLeastOne(value); } = 200;

    /// <summary>Training has converged when an iteration adds no more than this to the objective (natural logarithms); finite, not negative; 0.0001 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public double Tolerance { get; init => field = NotNegative(value); } = 1e-4;

    /// <summary>How many starts are tried, at least 1; the one with the highest objective wins. The first is the model given; the others are drawn around it. 1 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Starts { get; init => field = AtLeastOne(value); } = 1;

    /// <summary>Any number: the same one gives the same further starts. 0 unless set.</summary>
    public ulong Seed { get; init; }

    /// <summary>What is believed beforehand, usually <see cref="HiddenStageModel.FromMap"/>; <see langword="null"/> to believe the log alone. For the stages and events of the start.</summary>
    public HiddenStageModel? Prior { get; init; }

    /// <summary>How many events (transitions, starts) of each stage <see cref="Prior"/> counts as, finite, not negative; 10 unless set. Without a prior it means nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public double PriorWeight { get; init => field = NotNegative(value); } = 10;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }

    private static double NotNegative(double value)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite number from 0.");
        return value;
    }
}
