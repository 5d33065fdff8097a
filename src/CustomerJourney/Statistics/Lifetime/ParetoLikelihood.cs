namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The log-likelihood of the Pareto/NBD model over groups of customers, with exact derivatives in r, α, s and β.</summary>
internal sealed class ParetoLikelihood
{
    private readonly CustomerSummaries _customers;
    private readonly double _unit;

    public ParetoLikelihood(CustomerSummaries customers, double unit)
    {
        _customers = customers;
        _unit = unit;
    }

    /// <summary>A <see cref="LogLikelihoodFunction"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3], customers = _customers.Customers;
        double logAlpha = Math.Log(alpha), logBeta = Math.Log(beta);
        gradient.Clear();
        hessian.Clear();
        double value = customers * (r * logAlpha + s * logBeta);
        gradient[0] = customers * logAlpha;
        gradient[1] = customers * r / alpha;
        gradient[2] = customers * logBeta;
        gradient[3] = customers * s / beta;
        hessian[4] = customers / alpha;
        hessian[5] = -customers * r / (alpha * alpha);
        hessian[14] = customers / beta;
        hessian[15] = -customers * s / (beta * beta);

        double logR = GammaFunctions.LogGamma(r), psiR = PolygammaFunctions.Digamma(r), triR = PolygammaFunctions.Trigamma(r);
        double x = 0, log = 0, psi = 0, tri = 0;
        foreach ((CustomerSummary customer, long count) in _customers.Span)
        {
            if (customer.Frequency != x)
            {
                x = customer.Frequency;
                log = GammaFunctions.LogGamma(r + x) - logR;
                psi = PolygammaFunctions.Digamma(r + x) - psiR;
                tri = PolygammaFunctions.Trigamma(r + x) - triR;
            }

            ParetoMixture mixture = ParetoMixture.Of(r + x, alpha, s, beta, customer.Recency / _unit, customer.Age / _unit);
            value += count * (log + mixture.Log);
            gradient[0] += count * psi;
            hessian[0] += count * tri;
            mixture.AddDerivatives(count, gradient, hessian);
        }

        return value;
    }
}
