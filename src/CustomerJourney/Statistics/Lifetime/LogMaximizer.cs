using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// Finds the largest value of a log-likelihood by Newton steps in the logarithms of its parameters, damped after Levenberg, between fixed bounds.
/// </summary>
internal sealed class LogMaximizer
{
    // In units in which parameters are about 1. A parameter that goes this far says that a part of the model is not needed.
    private static readonly double Lowest = Math.Log(1e-6), Highest = Math.Log(1e6);

    private const double LongestStep = 2, LeastDamping = 1e-10, MostDamping = 1e8;

    private readonly LogLikelihoodFunction _function;
    private readonly double _cases;
    private readonly int _size;
    private readonly double[] _parameters;

    // The place and its derivatives in logarithms, per case; the trial has the same of the step being tried.
    private double[] _place, _trial, _gradient, _trialGradient, _hessian, _trialHessian;
    private double _value;

    private LogMaximizer(LogLikelihoodFunction function, double[] start, double cases)
    {
        _function = function;
        _cases = cases;
        _size = start.Length;
        _parameters = new double[_size];
        _place = [.. start.Select(value => Math.Clamp(Math.Log(value), Lowest, Highest))];
        _trial = new double[_size];
        _gradient = new double[_size];
        _trialGradient = new double[_size];
        _hessian = new double[_size * _size];
        _trialHessian = new double[_size * _size];
        _value = Evaluate(_place, _gradient, _hessian);
    }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public double LogLikelihood => _value * _cases;

    public double Slope
    {
        get
        {
            double slope = 0;
            for (int i = 0; i < _size; i++)
                if (!IsHeld(i)) slope = Math.Max(slope, Math.Abs(_gradient[i]));
            return slope;
        }
    }

    public IReadOnlyList<double> Parameters => [.. _place.Select(Math.Exp)];

    public IReadOnlyList<bool> AtBound => [.. Enumerable.Range(0, _size).Select(i => _place[i] <= Lowest || _place[i] >= Highest)];

    /// <summary>Climbs from a start.</summary>
    /// <param name="function">The log-likelihood.</param>
    /// <param name="start">The parameters to begin with.</param>
    /// <param name="cases">How many cases the log-likelihood is the sum of.</param>
    /// <param name="options">When to stop.</param>
    public static LogMaximizer Climb(LogLikelihoodFunction function, double[] start, double cases, LifetimeFitOptions options)
    {
        LogMaximizer climb = new(function, start, cases);
        double damping = 1e-3;
        while (!(climb.Converged = climb.Slope <= options.Tolerance) && climb.Iterations < options.MaximumIterations)
        {
            climb.Iterations++;
            while (!climb.TryStep(damping) && damping < MostDamping) damping = Math.Max(damping * 10, 1e-6);
            if (damping >= MostDamping) break;
            damping = Math.Max(damping / 10, LeastDamping);
        }

        return climb;
    }

    /// <summary>The standard errors of the logarithms; null where the likelihood has no proper summit.</summary>
    public double[]? StandardErrors()
    {
        double[] information = [.. _hessian.Select(value => -value * _cases)];
        if (CholeskyFactor.Of(information, _size, 1e-13, 0, out _) is not { } factor) return null;
        double[] errors = new double[_size];
        for (int i = 0; i < _size; i++)
        {
            double[] unit = new double[_size];
            unit[i] = 1;
            errors[i] = Math.Sqrt(factor.Solve(unit)[i]);
        }

        return errors;
    }

    private bool TryStep(double damping)
    {
        int[] free = [.. Enumerable.Range(0, _size).Where(i => !IsHeld(i))];
        double[] matrix = new double[free.Length * free.Length];
        for (int i = 0; i < free.Length; i++)
            for (int j = 0; j <= i; j++) matrix[i * free.Length + j] = -_hessian[free[i] * _size + free[j]];
        if (CholeskyFactor.Of(matrix, free.Length, 1e-14, damping, out _) is not { } factor) return false;

        double[] step = factor.Solve([.. free.Select(i => _gradient[i])]);
        double shorten = Math.Min(1, LongestStep / step.Max(Math.Abs));
        int hit = Shorten(free, step, ref shorten);
        _place.CopyTo(_trial, 0);
        for (int i = 0; i < free.Length; i++) _trial[free[i]] = Math.Clamp(_place[free[i]] + shorten * step[i], Lowest, Highest);
        if (hit >= 0) _trial[free[hit]] = step[hit] > 0 ? Highest : Lowest;

        double value = Evaluate(_trial, _trialGradient, _trialHessian);

        // Near the summit the gain drowns in rounding; there the slope decides.
        double noise = 1e-13 * Math.Abs(_value), slope = Slope;
        if (!double.IsFinite(value) || value < _value - noise) return false;
        Swap();
        double before = _value;
        _value = value;
        if (value > before + noise || Slope < slope || hit >= 0) return true;
        Swap();
        _value = before;
        return false;
    }

    // A step over a bound ends at it as a whole. Cut off in one parameter alone it would leave the ridge on which several go to their bounds together. Gives the parameter that ends there, or −1.
    private int Shorten(int[] free, double[] step, ref double shorten)
    {
        int hit = -1;
        for (int i = 0; i < free.Length; i++)
        {
            double bound = step[i] > 0 ? Highest : Lowest, room = (bound - _place[free[i]]) / step[i];
            if (!(room > 0 && room < shorten)) continue;
            shorten = room;
            hit = i;
        }

        return hit;
    }

    private void Swap()
    {
        (_place, _trial) = (_trial, _place);
        (_gradient, _trialGradient) = (_trialGradient, _gradient);
        (_hessian, _trialHessian) = (_trialHessian, _hessian);
    }

    // At a bound and pulled beyond it.
    private bool IsHeld(int i) => (_place[i] <= Lowest && _gradient[i] < 0) || (_place[i] >= Highest && _gradient[i] > 0);

    private double Evaluate(double[] place, double[] gradient, double[] hessian)
    {
        for (int i = 0; i < _size; i++) _parameters[i] = Math.Exp(place[i]);
        double value = _function(_parameters, gradient, hessian) / _cases;
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++) hessian[i * _size + j] *= _parameters[i] * _parameters[j] / _cases;
            gradient[i] *= _parameters[i] / _cases;
            hessian[i * _size + i] += gradient[i];
        }

        return value;
    }
}
