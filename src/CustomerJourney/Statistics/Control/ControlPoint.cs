namespace CustomerJourney.Statistics.Control;

/// <summary>One period of a control chart: its figure and the limits within which it would lie if nothing had changed.</summary>
public sealed record ControlPoint
{
    internal ControlPoint()
    {
    }

    /// <summary>The figure, in the unit of the data; <see langword="null"/> for a period without cases.</summary>
    public required double? Value { get; init; }

    /// <summary>The lower control limit; <see langword="null"/> for a period without cases.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper control limit; <see langword="null"/> for a period without cases.</summary>
    public required double? Upper { get; init; }

    /// <summary>Whether the figure lies above its upper limit.</summary>
    public bool IsAbove => Value > Upper;

    /// <summary>Whether the figure lies below its lower limit.</summary>
    public bool IsBelow => Value < Lower;
}
