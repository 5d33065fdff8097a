namespace CustomerJourney.Statistics.Models;

/// <summary>Fits a softmax regression by Newton's method with a backtracking line search, from coefficients of 0: the same data give the same fit.</summary>
/// <remarks>J. Nocedal and S. J. Wright, Numerical Optimization (2006), algorithms 3.1 and 3.3. The objective is convex, so every stationary point is the optimum.</remarks>
internal sealed class SoftmaxFitter
{
    private const int MaximumHalvings = 50;
    private const double SufficientDecrease = 1e-4;

    // What rounding may add to the objective, as a part of it.
    private const double Rounding = 1e-13;

    // An optimum that is far away shows itself by a long last step, however flat the objective has become.
    private const double LongestLastStep = 1e-6;

    // Below this probability the scores are so far apart that separation is looked for, up to this part of the largest margin.
    private const double SuspiciousProbability = 1e-6;
    private const double MarginTolerance = 1e-6;

    // A margin below this part of the largest may be rounding.
    private const double RoundedMargin = 1e-12;

    private readonly StandardizedFeatures _features;
    private readonly SoftmaxObjective _objective;
    private readonly LogisticRegressionOptions _options;
    private readonly int _classes;
    private readonly bool _isPenalized;

    public SoftmaxFitter(StandardizedFeatures features, int[] labels, int classes, double? inverseStrength, LogisticRegressionOptions options)
    {
        _features = features;
        _objective = new SoftmaxObjective(features, labels, classes, inverseStrength);
        _options = options;
        _classes = classes;
        _isPenalized = inverseStrength is not null;
    }

    public LogisticRegressionFit Fit()
    {
        double[] parameters = new double[_objective.Size];
        double value = _objective.Value(parameters), slope;
        int iterations = 0;
        SeparationKind separation = SeparationKind.None;
        CholeskyFactor curvature;
        bool converged;
        while (true)
        {
            double[] gradient = _objective.Gradient(parameters);
            slope = Vectors.LargestSize(gradient) / _objective.Scale;
            curvature = Factor(_objective.Hessian());
            double[] step = curvature.Solve(gradient);
            for (int k = 0; k < step.Length; k++) step[k] = -step[k];
            if (!_isPenalized) separation = SeparationAt(parameters, step);
            converged = separation == SeparationKind.None && slope <= _options.Tolerance
                && Vectors.LargestSize(step) <= LongestLastStep * (1 + Vectors.LargestSize(parameters));
            if (converged || separation != SeparationKind.None || iterations == _options.MaximumIterations) break;
            if (Search(parameters, value, step, Vectors.Dot(gradient, step)) is not var (next, nextValue)) break;
            (parameters, value) = (next, nextValue);
            iterations++;
        }

        // The line search may have left the probabilities of parameters that it refused.
        _objective.Value(parameters);
        return new LogisticRegressionFit
        {
            Model = Model(parameters),
            LogLikelihood = _objective.LogLikelihood,
            Objective = value,
            Iterations = iterations,
            Slope = slope,
            Converged = converged,
            Separation = separation,
            StandardErrors = converged && !_isPenalized ? StandardErrors(curvature) : null,
            Warnings = Warnings(converged, separation, iterations),
        };
    }

    private static IReadOnlyList<string> Warnings(bool converged, SeparationKind separation, int iterations) => separation switch
    {
        SeparationKind.Complete => ["The features tell the classes of all examples apart without a mistake: no finite coefficients of maximum likelihood exist. Fit with a penalty."],
        SeparationKind.QuasiComplete => ["The features tell the classes of some examples apart without any overlap: no finite coefficients of maximum likelihood exist. Fit with a penalty."],
        _ when !converged => [FormattableString.Invariant($"The fit did not converge in {iterations} steps: allow more, or fit with a stronger penalty.")],
        _ => [],
    };

    // Nearly flat directions get just enough curvature added to be solved for.
    private CholeskyFactor Factor(double[] hessian)
    {
        double ridge = 0, largest = Enumerable.Range(0, _objective.Size).Max(k => hessian[k * _objective.Size + k]);
        while (true)
        {
            if (CholeskyFactor.Of(hessian, _objective.Size, 1e-15, ridge, out _) is { } factor) return factor;
            ridge = ridge == 0 ? Math.Max(1e-12 * largest, double.Epsilon * 1e20) : ridge * 10;
        }
    }

    // A direction along which no case's own class loses against another, and some win, raises the likelihood without end (Albert and Anderson, 1984).
    private SeparationKind SeparationAt(double[] parameters, double[] step)
    {
        (double least, double greatest) = _objective.Margins(parameters);
        if (least > RoundedMargin * greatest) return SeparationKind.Complete;
        if (_objective.SmallestProbability > SuspiciousProbability) return SeparationKind.None;
        (least, greatest) = _objective.Margins(step);
        return greatest > 0 && least >= -MarginTolerance * greatest ? SeparationKind.QuasiComplete : SeparationKind.None;
    }

    private (double[] Parameters, double Value)? Search(double[] parameters, double value, double[] step, double descent)
    {
        double length = 1;
        for (int halvings = 0; halvings < MaximumHalvings; halvings++, length /= 2)
        {
            double[] next = [.. parameters];
            Vectors.AddScaled(next, step, length);
            double nextValue = _objective.Value(next);
            if (nextValue <= value + SufficientDecrease * length * descent + Rounding * (1 + Math.Abs(value))) return (next, nextValue);
        }

        return null;
    }

    private MultinomialLogisticRegression Model(double[] parameters)
    {
        double[] intercepts = new double[_classes];
        double[][] coefficients = new double[_classes][];
        for (int c = 0; c < _classes; c++)
        {
            double[] block = _objective.Block(parameters, c).ToArray();
            coefficients[c] = new double[_features.Width - 1];
            if (block.Length == 0) continue;
            intercepts[c] = Vectors.Dot(_features.WayBack(0), block);
            for (int j = 1; j < block.Length; j++) coefficients[c][j - 1] = _features.WayBack(j)[j] * block[j];
        }

        double mean = _isPenalized ? intercepts.Average() : 0;
        for (int c = 0; c < _classes; c++) intercepts[c] -= mean;
        return new MultinomialLogisticRegression(intercepts, coefficients);
    }

    // The variance of a linear form t of the parameters is tᵀ H⁻¹ t.
    private IReadOnlyList<IReadOnlyList<double>> StandardErrors(CholeskyFactor curvature)
    {
        int width = _features.Width;
        double[][] errors = new double[_classes][];
        errors[0] = new double[width];
        for (int c = 1; c < _classes; c++)
        {
            errors[c] = new double[width];
            for (int j = 0; j < width; j++)
            {
                double[] form = new double[_objective.Size];
                _features.WayBack(j).CopyTo(form, (c - 1) * width);
                errors[c][j] = Math.Sqrt(Vectors.Dot(form, curvature.Solve(form)));
            }
        }

        return ReadOnlyRows.Of(errors);
    }
}
