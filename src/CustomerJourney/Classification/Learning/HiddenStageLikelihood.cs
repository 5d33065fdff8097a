using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>How probable a log is by a hidden stage model.</summary>
public sealed record HiddenStageLikelihood : IJourneyResult
{
    internal HiddenStageLikelihood()
    {
    }

    /// <summary>The customers with an event that the model knows, those that it holds impossible left out.</summary>
    public required long Customers { get; init; }

    /// <summary>Their events that the model knows.</summary>
    public required long Events { get; init; }

    /// <summary>The events of all customers that the model does not know; they were passed over.</summary>
    public required long PassedOver { get; init; }

    /// <summary>The customers that the model holds impossible; no figure but this includes them.</summary>
    public required long ImpossibleCustomers { get; init; }

    /// <summary>The sum over customers of the natural logarithm of the probability of their events, at most 0; <see langword="null"/> without customers.</summary>
    public required double? LogLikelihood { get; init; }

    /// <summary>The mean of <see cref="LogLikelihood"/> per event; <see langword="null"/> without customers.</summary>
    public double? PerEvent => LogLikelihood / Events;

    /// <inheritdoc/>
    public string Title => "Likelihood of hidden stages";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Log-likelihood", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Per event", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Events", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Passed over", Kind = ResultColumnKind.Count },
            new ResultColumn { Name = "Impossible", Kind = ResultColumnKind.Count },
        ],
        Rows = [[LogLikelihood, PerEvent, Customers, Events, PassedOver, ImpossibleCustomers]],
        BaseColumn = "Customers",
    };
}
