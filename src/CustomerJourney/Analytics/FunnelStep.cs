namespace CustomerJourney.Analytics;

/// <summary>One step of a <see cref="FunnelResult"/>: reached = reached the next step + lost + open.</summary>
public sealed record FunnelStep
{
    /// <summary>The step.</summary>
    public required Step Step { get; init; }

    /// <summary>The customers who have got this far.</summary>
    public required long Reached { get; init; }

    /// <summary>Those of them who got no further before their window closed; 0 at the last step.</summary>
    public required long Lost { get; init; }

    /// <summary>Those of them who have got no further and whose window was still running when the log ended; 0 at the last step.</summary>
    public required long Open { get; init; }

    /// <summary>The customers who have got this far and whose window has closed, converted or not: what rates are computed from.</summary>
    public required long ReachedInClosedWindows { get; init; }
}
