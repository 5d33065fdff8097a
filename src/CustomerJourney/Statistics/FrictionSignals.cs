namespace CustomerJourney.Statistics;

/// <summary>How often signs of frustration were seen in a session.</summary>
public sealed record FrictionSignals
{
    /// <summary>Runs of fast clicks on one target, not negative: <see cref="FrictionScore.CountRageClicks"/>.</summary>
    public long RageClicks { get; init => field = Checked(value, nameof(RageClicks)); }

    /// <summary>Clicks on what does nothing, not negative.</summary>
    public long DeadClicks { get; init => field = Checked(value, nameof(DeadClicks)); }

    /// <summary>Errors shown, not negative.</summary>
    public long Errors { get; init => field = Checked(value, nameof(Errors)); }

    /// <summary>Steps back to the page just left, not negative.</summary>
    public long Reversals { get; init => field = Checked(value, nameof(Reversals)); }

    private static long Checked(long value, string name) => value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A count is 0 or more.");
}
