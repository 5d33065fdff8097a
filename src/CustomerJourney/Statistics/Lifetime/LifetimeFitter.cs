using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>Climbs from several starts, keeps the best end and says what to bear in mind of it.</summary>
internal sealed class LifetimeFitter
{
    private const double UncertainLogarithm = 1;

    /// <summary>The parameters' names, for warnings.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The log-likelihood, in units in which parameters are about 1.</summary>
    public required LogLikelihoodFunction Function { get; init; }

    /// <summary>Where to begin, in those units.</summary>
    public required IReadOnlyList<double[]> Starts { get; init; }

    /// <summary>What to multiply each parameter by to have it in the units of the data.</summary>
    public required IReadOnlyList<double> Units { get; init; }

    /// <summary>What the log-likelihood gains by the return to the units of the data.</summary>
    public required double UnitGain { get; init; }

    public required long Cases { get; init; }

    /// <summary>Fits.</summary>
    /// <param name="options">When to stop.</param>
    /// <param name="warnings">What is known before, first in the result.</param>
    /// <param name="model">Makes the model of parameters in the units of the data.</param>
    public LifetimeFit<TModel> Fit<TModel>(LifetimeFitOptions options, List<string> warnings, Func<IReadOnlyList<double>, TModel> model)
    {
        LogMaximizer[] climbs = [.. Starts.Select(start => LogMaximizer.Climb(Function, start, Cases, options))];
        LogMaximizer best = climbs[0];
        foreach (LogMaximizer climb in climbs)
            if (IsBetter(climb, best)) best = climb;

        bool atBound = best.AtBound.Any(held => held);
        double[]? errors = best.Converged && !atBound ? best.StandardErrors() : null;
        Warn(best, climbs, errors, warnings);
        return new LifetimeFit<TModel>
        {
            Model = model([.. best.Parameters.Zip(Units, (value, unit) => value * unit)]),
            LogLikelihood = best.LogLikelihood + UnitGain,
            Customers = Cases,
            Iterations = best.Iterations,
            Slope = best.Slope,
            Converged = best.Converged,
            LogStandardErrors = errors,
            Starts = Array.AsReadOnly(Ends(climbs)),
            Warnings = warnings.AsReadOnly(),
        };
    }

    // A converged end first, unless another is better by more than rounding.
    private static bool IsBetter(LogMaximizer climb, LogMaximizer best)
    {
        double noise = 1e-10 * Math.Abs(best.LogLikelihood);
        return climb.LogLikelihood > best.LogLikelihood + noise || (climb.Converged && !best.Converged && climb.LogLikelihood >= best.LogLikelihood - noise);
    }

    private LifetimeFitStart[] Ends(LogMaximizer[] climbs) =>
        [.. climbs.Select((climb, i) => new LifetimeFitStart
        {
            From = Array.AsReadOnly(Starts[i].Zip(Units, (value, unit) => value * unit).ToArray()),
            LogLikelihood = climb.LogLikelihood + UnitGain,
            Iterations = climb.Iterations,
            Slope = climb.Slope,
            Converged = climb.Converged,
        })];

    private void Warn(LogMaximizer best, LogMaximizer[] climbs, double[]? errors, List<string> warnings)
    {
        if (!best.Converged)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The solver stopped after {best.Iterations} steps at a slope of {best.Slope:G2} per customer: the parameters are not those of the largest likelihood."));
        for (int i = 0; i < Names.Count; i++)
            if (best.AtBound[i])
                warnings.Add($"The parameter {Names[i]} went to its bound: the data do not need, or do not determine, this part of the model.");
        if (best.Converged && errors is null && !best.AtBound.Any(held => held))
            warnings.Add("The likelihood is flat where the solver stopped: other parameters fit as well.");
        for (int i = 0; errors is not null && i < errors.Length; i++)
            if (errors[i] > UncertainLogarithm)
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The data hardly determine the parameter {Names[i]}: the standard error of its logarithm is {errors[i]:G3}."));
        int elsewhere = climbs.Count(climb => climb.Converged && climb.LogLikelihood < best.LogLikelihood - 1e-6 * Math.Abs(best.LogLikelihood));
        if (elsewhere > 0) warnings.Add($"{elsewhere} of {climbs.Length} starts ended on a lower summit of the likelihood: see Starts.");
    }
}
