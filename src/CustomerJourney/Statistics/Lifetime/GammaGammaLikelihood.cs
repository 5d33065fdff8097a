namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The log-likelihood of the gamma-gamma model over customers, with exact derivatives in p, q and γ.</summary>
internal sealed class GammaGammaLikelihood
{
    // Sorted by frequency, since the gamma functions depend on nothing else.
    private readonly (SpendSummary Customer, long Count)[] _customers;
    private readonly double _unit;

    /// <summary>Takes the data.</summary>
    /// <param name="customers">Customers with at least one transaction and a value above 0, sorted by frequency.</param>
    /// <param name="unit">The unit of money to count in.</param>
    public GammaGammaLikelihood((SpendSummary Customer, long Count)[] customers, double unit)
    {
        _customers = customers;
        _unit = unit;
    }

    /// <summary>The log-likelihood of one customer, whose density of the mean value it is.</summary>
    public static double Of(double p, double q, double gamma, double x, double m)
    {
        double shape = p * x;
        return -GammaFunctions.LogBeta(shape, q) + q * Math.Log(gamma) + (shape - 1) * Math.Log(m) + shape * Math.Log(x) - (shape + q) * Math.Log(gamma + x * m);
    }

    /// <summary>A <see cref="LogLikelihoodFunction"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        double p = parameters[0], q = parameters[1], gamma = parameters[2], logGamma = Math.Log(gamma);
        double psiQ = PolygammaFunctions.Digamma(q), triQ = PolygammaFunctions.Trigamma(q);
        gradient.Clear();
        hessian.Clear();
        double value = 0, x = 0, logX = 0, shape = 0, constant = 0, byShape = 0, byQ = 0, byShapeTwice = 0, byShapeQ = 0, byQTwice = 0;
        foreach ((SpendSummary customer, long count) in _customers)
        {
            if (customer.Frequency != x)
            {
                x = customer.Frequency;
                logX = Math.Log(x);
                shape = p * x;
                double psi = PolygammaFunctions.Digamma(shape + q), tri = PolygammaFunctions.Trigamma(shape + q);
                constant = -GammaFunctions.LogBeta(shape, q) + q * logGamma + shape * logX;
                byShape = psi - PolygammaFunctions.Digamma(shape) + logX;
                byQ = psi - psiQ + logGamma;
                (byShapeTwice, byShapeQ, byQTwice) = (tri - PolygammaFunctions.Trigamma(shape), tri, tri - triQ);
            }

            double m = customer.AverageValue / _unit, logM = Math.Log(m), all = gamma + x * m, logAll = Math.Log(all), inverse = 1 / all;
            value += count * (constant + (shape - 1) * logM - (shape + q) * logAll);
            gradient[0] += count * (x * (byShape + logM - logAll));
            gradient[1] += count * (byQ - logAll);
            gradient[2] += count * (q / gamma - (shape + q) * inverse);
            hessian[0] += count * x * x * byShapeTwice;
            hessian[3] += count * x * byShapeQ;
            hessian[4] += count * byQTwice;
            hessian[6] -= count * x * inverse;
            hessian[7] += count * (1 / gamma - inverse);
            hessian[8] += count * ((shape + q) * inverse * inverse - q / (gamma * gamma));
        }

        return value;
    }
}
