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
        double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3], inverseAlpha = 1 / alpha, logAlpha = Math.Log(alpha);
        gradient.Clear();
        hessian.Clear();
        double value = 0;
        RisingFactorial bought = new(r);
        foreach ((CustomerSummary customer, long count) in _customers.Span)
        {
            double x = customer.Frequency;
            bought.RiseTo(x);
            ParetoMixture mixture = ParetoMixture.Of(r + x, alpha, s, beta, customer.Recency / _unit, customer.Age / _unit);
            value += count * (bought.Log - x * logAlpha + mixture.Log);
            gradient[0] += count * bought.First;
            gradient[1] -= count * x * inverseAlpha;
            hessian[0] += count * bought.Second;
            hessian[5] += count * x * inverseAlpha * inverseAlpha;
            mixture.AddDerivatives(count, gradient, hessian);
        }

        return value;
    }
}
