namespace CustomerJourney.Statistics.Models;

/// <summary>The result of fitting a multinomial logistic regression: the model and how far it can be trusted.</summary>
public sealed class LogisticRegressionFit
{
    internal LogisticRegressionFit()
    {
    }

    /// <summary>The model. Without <see cref="Converged"/> it is where the solver stopped: its probabilities may serve, its coefficients mean nothing.</summary>
    public required MultinomialLogisticRegression Model { get; init; }

    /// <summary>The log-likelihood of the examples, Σ ln p of their classes, at most 0; without any penalty.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>What was minimized: −<see cref="LogLikelihood"/>, or with a penalty C times that plus half the sum of squared coefficients.</summary>
    public required double Objective { get; init; }

    /// <summary>How many Newton steps were taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>The largest slope of the objective per case in any standardized coefficient where the solver stopped, at least 0.</summary>
    public required double Slope { get; init; }

    /// <summary>Whether the optimum was reached within the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>Whether the classes are separated, so that no finite coefficients of maximum likelihood exist. Found for certain when complete; when quasi-complete, up to one millionth of the largest margin.</summary>
    public required SeparationKind Separation { get; init; }

    /// <summary>
    /// For each class the standard errors from the inverse of the observed information: first of the intercept, then of each coefficient; those of the reference class 0 are 0.
    /// <see langword="null"/> for a penalized fit and without <see cref="Converged"/>.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<double>>? StandardErrors { get; init; }

    /// <summary>What to bear in mind; empty when all is well.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
