using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>A hidden stage model learned from a log, and how training went.</summary>
public sealed record HiddenStageFit : IJourneyResult
{
    internal HiddenStageFit()
    {
    }

    /// <summary>How it was trained: seed, limit of iterations, tolerance, prior.</summary>
    public required HiddenStageLearningOptions Definition { get; init; }

    /// <summary>The model of the best start.</summary>
    public required HiddenStageModel Model { get; init; }

    /// <summary>Whether the best start converged. That promises a local maximum and no more: compare several <see cref="Starts"/>.</summary>
    public required bool Converged { get; init; }

    /// <summary>The log-likelihood of the model over the customers that the start held possible (natural logarithms).</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The customers learned from: those with an event that the model knows.</summary>
    public required long Customers { get; init; }

    /// <summary>Their events that the model knows.</summary>
    public required long Events { get; init; }

    /// <summary>The customers that the start held impossible; nothing was learned from them.</summary>
    public required long ImpossibleCustomers { get; init; }

    /// <summary>All starts, in order.</summary>
    public required IReadOnlyList<HiddenStageStart> Starts { get; init => field = EquatableList.Of(value); }

    /// <summary>What to bear in mind; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. Converged ? (ReadOnlySpan<string>)[] : [FormattableString.Invariant($"Training did not converge in {Definition.MaximumIterations} iterations: allow more.")],
        .. ImpossibleCustomers == 0 ? (ReadOnlySpan<string>)[] : [FormattableString.Invariant($"{ImpossibleCustomers} customers are impossible for the start, so that nothing was learned from them: start from a model without zeros.")],
    ];

    /// <inheritdoc/>
    public string Title => "Training of hidden stages";

    /// <summary>The <see cref="Warnings"/>.</summary>
    public IReadOnlyList<string> Remarks => Warnings;

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Start", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Objective", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Iterations", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Converged", Kind = ResultColumnKind.Flag },
            new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Events", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Impossible", Kind = ResultColumnKind.Count },
        ],
        Rows = [.. Starts.Select(start => (IReadOnlyList<object?>)[Phrase.Number(start.Number), start.Objective, (long)start.Iterations, start.Converged, Customers, Events, ImpossibleCustomers])],
        BaseColumn = "Customers",
    };
}
