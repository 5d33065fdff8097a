namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The log-likelihood of the shifted beta-geometric model of a cohort, with exact derivatives in a and b.</summary>
/// <remarks>With n customers left after each renewal it is D ln a + Σ n(j + 1) ln(b + j) − n(j) ln(a + b + j), D those who left.</remarks>
internal sealed class ShiftedBetaGeometricLikelihood
{
    private readonly long[] _surviving;

    public ShiftedBetaGeometricLikelihood(long[] surviving)
    {
        _surviving = surviving;
    }

    /// <summary>A <see cref="LogLikelihoodFunction"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        double a = parameters[0], b = parameters[1], left = _surviving[0] - _surviving[^1];
        double value = left * Math.Log(a), byB = 0, byBTwice = 0, bySum = 0, bySumTwice = 0;
        for (int j = 0; j + 1 < _surviving.Length; j++)
        {
            double renewed = _surviving[j + 1], due = _surviving[j], inverseB = 1 / (b + j), inverseSum = 1 / (a + b + j);
            value += renewed * Math.Log(b + j) - due * Math.Log(a + b + j);
            byB += renewed * inverseB;
            byBTwice -= renewed * inverseB * inverseB;
            bySum -= due * inverseSum;
            bySumTwice += due * inverseSum * inverseSum;
        }

        gradient[0] = left / a + bySum;
        gradient[1] = byB + bySum;
        hessian[0] = -left / (a * a) + bySumTwice;
        hessian[1] = bySumTwice;
        hessian[2] = bySumTwice;
        hessian[3] = byBTwice + bySumTwice;
        return value;
    }
}
