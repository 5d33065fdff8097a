namespace CustomerJourney.Statistics.Drivers;

/// <summary>R² of the regression on every subset of drivers: each subset adds one row to the Cholesky factor of the subset without its last driver.</summary>
internal sealed class SubsetFits
{
    private readonly double[] _correlations;
    private readonly double[] _withOutcome;
    private readonly int _count;
    private readonly double[] _fits;
    private readonly int[] _chosen;
    private readonly double[] _factor;
    private readonly double[] _solved;

    private SubsetFits(double[] correlations, double[] withOutcome)
    {
        (_correlations, _withOutcome, _count) = (correlations, withOutcome, withOutcome.Length);
        _fits = new double[1 << _count];
        _chosen = new int[_count];
        _factor = new double[_count * _count];
        _solved = new double[_count];
    }

    /// <summary>R² by subset; bit j of the index says whether driver j is in it.</summary>
    public static double[] Of(double[] correlations, double[] withOutcome)
    {
        SubsetFits fits = new(correlations, withOutcome);
        fits.Extend(0, 0, 0);
        return fits._fits;
    }

    private void Extend(int subset, int size, int first)
    {
        for (int driver = first; driver < _count; driver++)
        {
            double rest = 1, solved = _withOutcome[driver];
            for (int j = 0; j < size; j++)
            {
                double entry = _correlations[driver * _count + _chosen[j]];
                for (int k = 0; k < j; k++) entry -= _factor[size * _count + k] * _factor[j * _count + k];
                entry /= _factor[j * _count + j];
                _factor[size * _count + j] = entry;
                rest -= entry * entry;
                solved -= entry * _solved[j];
            }

            _factor[size * _count + size] = Math.Sqrt(rest);
            _solved[size] = solved / _factor[size * _count + size];
            _chosen[size] = driver;
            int extended = subset | (1 << driver);
            _fits[extended] = _fits[subset] + _solved[size] * _solved[size];
            Extend(extended, size + 1, driver + 1);
        }
    }
}
