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
        return -GammaFunctions.LogBeta(shape, q) - Math.Log(m) - shape * GammaFunctions.LogOnePlus(gamma / (x * m)) - q * GammaFunctions.LogOnePlus(x * m / gamma);
    }

    /// <summary>A <see cref="LogLikelihoodFunction"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        double p = parameters[0], q = parameters[1], gamma = parameters[2], inverseGamma = 1 / gamma, triQ = PolygammaFunctions.Trigamma(q);
        gradient.Clear();
        hessian.Clear();
        double value = 0, x = 0, shape = 0, constant = 0, byShape = 0, byQ = 0, byShapeTwice = 0, byShapeQ = 0, byQTwice = 0;
        foreach ((SpendSummary customer, long count) in _customers)
        {
            if (customer.Frequency != x)
            {
                x = customer.Frequency;
                shape = p * x;
                double tri = PolygammaFunctions.Trigamma(shape + q);
                constant = -GammaFunctions.LogBeta(shape, q);
                byShape = PolygammaFunctions.DigammaRise(shape, q);
                byQ = PolygammaFunctions.DigammaRise(q, shape);
                (byShapeTwice, byShapeQ, byQTwice) = (tri - PolygammaFunctions.Trigamma(shape), tri, tri - triQ);
            }

            // ln x m − ln(γ + x m) and ln γ − ln(γ + x m): where q and γ are large, differences of the logarithms leave nothing.
            double m = customer.AverageValue / _unit, spent = x * m, inverse = 1 / (gamma + spent), own = -GammaFunctions.LogOnePlus(gamma / spent), others = -GammaFunctions.LogOnePlus(spent * inverseGamma);
            value += count * (constant - Math.Log(m) + shape * own + q * others);
            gradient[0] += count * (x * (byShape + own));
            gradient[1] += count * (byQ + others);
            gradient[2] += count * ((q * spent * inverseGamma - shape) * inverse);
            hessian[0] += count * x * x * byShapeTwice;
            hessian[3] += count * x * byShapeQ;
            hessian[4] += count * byQTwice;
            hessian[6] -= count * x * inverse;
            hessian[7] += count * spent * inverseGamma * inverse;
            hessian[8] += count * (shape * inverse - q * spent * inverseGamma * (inverseGamma + inverse)) * inverse;
        }

        return value;
    }
}
