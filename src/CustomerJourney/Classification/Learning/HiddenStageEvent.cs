namespace CustomerJourney.Classification.Learning;

/// <summary>An event of a customer as a hidden stage model sees it.</summary>
public sealed class HiddenStageEvent
{
    internal HiddenStageEvent()
    {
    }

    /// <summary>The position among all events of the customer, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The stage on the most probable path as a whole: what classification gives.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The most probable stage at this event by itself, of equally probable ones the earliest; it is right most often, but such stages one after the other need not be a possible path.</summary>
    public required Stage MostProbable { get; init; }

    /// <summary>The probability of each stage in journey order, all events of the customer known; they sum to 1.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>The probability of <see cref="Stage"/>, 0…1.</summary>
    public double Probability => Probabilities[Stage.Position];
}
