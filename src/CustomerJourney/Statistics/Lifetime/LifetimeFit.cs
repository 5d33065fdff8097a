namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The result of fitting a lifetime model by maximum likelihood: the model and how far it can be trusted.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <remarks>
/// The solver is a damped Newton method in the logarithms of the parameters with exact derivatives, in units of time and money chosen from the data, so that
/// other units give the same model in those units. It has no chance in it: the same customers in any order give the same bits.
/// </remarks>
public sealed class LifetimeFit<TModel>
{
    internal LifetimeFit()
    {
    }

    /// <summary>The model with the parameters of the largest likelihood. Without <see cref="Converged"/> it is where the solver stopped.</summary>
    public required TModel Model { get; init; }

    /// <summary>The log-likelihood of the data under the model.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many customers the model was fitted to, at least 1.</summary>
    public required long Customers { get; init; }

    /// <summary>How many steps were taken from the start that led to the model.</summary>
    public required int Iterations { get; init; }

    /// <summary>The largest slope of the log-likelihood per customer, in the logarithm of any parameter that is not at its bound, where the solver stopped.</summary>
    public required double Slope { get; init; }

    /// <summary>Whether the optimum was reached within the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>
    /// The standard errors of the natural logarithms of the parameters, in the order of the model's properties, from the observed information: 0.1 means about 10 %.
    /// <see langword="null"/> without <see cref="Converged"/>, with a parameter at its bound, or where the likelihood is flat.
    /// </summary>
    public required IReadOnlyList<double>? LogStandardErrors { get; init; }

    /// <summary>All starts, in the order in which they were tried.</summary>
    public required IReadOnlyList<LifetimeFitStart> Starts { get; init; }

    /// <summary>What to bear in mind; empty when all is well.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
