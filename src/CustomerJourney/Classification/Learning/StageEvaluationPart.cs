using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>One of the tables of a <see cref="StageEvaluation"/>, to be reported by itself.</summary>
public sealed record StageEvaluationPart : IJourneyResult
{
    internal StageEvaluationPart()
    {
    }

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The table.</summary>
    public required ResultTable Table { get; init; }

    /// <inheritdoc/>
    public ResultTable ToTable() => Table;
}
