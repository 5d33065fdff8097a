namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// The two ways in which a customer's purchases can come about in the Pareto/NBD model: still active at T, or gone at some time between t_x and T,
/// with the derivatives of the logarithm of their sum in r, α, s and β.
/// </summary>
/// <remarks>
/// (1 + T/α)^−(r + x) (1 + T/β)^−s + s/β ∫ (1 + τ/α)^−(r + x) (1 + τ/β)^−(s + 1) dτ from t_x to T, the likelihood but for Γ(r + x)/(Γ(r) α^x). The usual form of the integral is a
/// difference of two hypergeometric functions, which cancels and overflows; here it is a sum of positive numbers, by Gauss-Legendre panels in ln(min(α, β) + τ), each as long as the
/// integrand there allows. Powers of 1 + τ/α, not of α + τ: of those nothing would be left where r and α are large, as they become when customers are alike.
/// </remarks>
internal ref struct ParetoMixture
{
    private const double LongestPanel = 4, PanelTimesRate = 16;

    private readonly double _shape, _alpha, _s, _beta;

    // Weighted sums over both ways: of the first derivatives and of the second ones with the products of the first.
    private double _sum, _g0, _g1, _g2, _g3, _h00, _h10, _h11, _h20, _h21, _h22, _h30, _h31, _h32, _h33;

    private ParetoMixture(double shape, double alpha, double s, double beta)
    {
        _shape = shape;
        _alpha = alpha;
        _s = s;
        _beta = beta;
    }

    /// <summary>The logarithm of the sum of both ways.</summary>
    public double Log { get; private set; }

    /// <summary>The part 0…1 of the first way: the probability of being active.</summary>
    public double Alive { get; private set; }

    /// <summary>Computes the mixture.</summary>
    /// <param name="shape">r + x.</param>
    /// <param name="alpha">α.</param>
    /// <param name="s">s.</param>
    /// <param name="beta">β.</param>
    /// <param name="recency">t_x.</param>
    /// <param name="age">T.</param>
    public static ParetoMixture Of(double shape, double alpha, double s, double beta, double recency, double age)
    {
        ParetoMixture mixture = new(shape, alpha, s, beta);
        double near = Math.Min(alpha, beta), start = near + recency, length = GammaFunctions.LogOnePlus((age - recency) / start), logScale = Math.Log(s / beta);
        double logAlive = -shape * GammaFunctions.LogOnePlus(age / alpha) - s * GammaFunctions.LogOnePlus(age / beta);
        double logStart = logScale + Math.Log(start) - shape * GammaFunctions.LogOnePlus(recency / alpha) - (s + 1) * GammaFunctions.LogOnePlus(recency / beta);
        double reference = Math.Max(logAlive, logStart), alive = Math.Exp(logAlive - reference);
        mixture.Add(alive, age, gone: 0);

        double gone = 0;
        ReadOnlySpan<double> points = GaussLegendre.Points, weights = GaussLegendre.Weights;
        for (double from = 0; from < length;)
        {
            double panel = Math.Min(LongestPanel, length - from), before = gone;
            while (panel * Rate(from + panel) > PanelTimesRate) panel /= 2;
            double half = panel / 2, middle = from + half;
            for (int i = 0; i < points.Length; i++)
            {
                double place = start * Math.Exp(middle + half * points[i]), time = Math.Max(place - near, recency);
                double log = logScale - shape * GammaFunctions.LogOnePlus(time / alpha) - (s + 1) * GammaFunctions.LogOnePlus(time / beta) - reference;
                double weight = half * weights[i] * place * Math.Exp(log);
                gone += weight;
                mixture.Add(weight, time, gone: 1);
            }

            if (gone - before <= 1e-17 * before || from + panel == from) break;
            from += panel;
        }

        mixture.Log = reference + Math.Log(mixture._sum);
        mixture.Alive = alive / mixture._sum;
        return mixture;

        // How fast the integrand falls at most up to a place; it rises from place to place.
        double Rate(double logarithm)
        {
            double place = start * Math.Exp(logarithm), time = place - near;
            return shape * place / (alpha + time) + (s + 1) * place / (beta + time);
        }
    }

    /// <summary>Adds the derivatives of <see cref="Log"/>, so many times.</summary>
    public readonly void AddDerivatives(double count, Span<double> gradient, Span<double> hessian)
    {
        double g0 = _g0 / _sum, g1 = _g1 / _sum, g2 = _g2 / _sum, g3 = _g3 / _sum;
        gradient[0] += count * g0;
        gradient[1] += count * g1;
        gradient[2] += count * g2;
        gradient[3] += count * g3;
        hessian[0] += count * (_h00 / _sum - g0 * g0);
        hessian[4] += count * (_h10 / _sum - g1 * g0);
        hessian[5] += count * (_h11 / _sum - g1 * g1);
        hessian[8] += count * (_h20 / _sum - g2 * g0);
        hessian[9] += count * (_h21 / _sum - g2 * g1);
        hessian[10] += count * (_h22 / _sum - g2 * g2);
        hessian[12] += count * (_h30 / _sum - g3 * g0);
        hessian[13] += count * (_h31 / _sum - g3 * g1);
        hessian[14] += count * (_h32 / _sum - g3 * g2);
        hessian[15] += count * (_h33 / _sum - g3 * g3);
    }

    // One way with (s/β)^gone (1 + τ/α)^−(r + x) (1 + τ/β)^−(s + gone).
    private void Add(double weight, double time, int gone)
    {
        double inverseAlpha = 1 / _alpha, inverseBeta = 1 / _beta, lateAlpha = 1 / (_alpha + time), lateBeta = 1 / (_beta + time), power = _s + gone, byS = gone / _s;
        double fallAlpha = time * inverseAlpha * lateAlpha, fallBeta = time * inverseBeta * lateBeta;
        double g0 = -GammaFunctions.LogOnePlus(time * inverseAlpha), g1 = _shape * fallAlpha, g2 = byS - GammaFunctions.LogOnePlus(time * inverseBeta), g3 = power * fallBeta - gone * inverseBeta;
        _sum += weight;
        _g0 += weight * g0;
        _g1 += weight * g1;
        _g2 += weight * g2;
        _g3 += weight * g3;
        _h00 += weight * g0 * g0;
        _h10 += weight * (g1 * g0 + fallAlpha);
        _h11 += weight * (g1 * g1 - _shape * fallAlpha * (inverseAlpha + lateAlpha));
        _h20 += weight * g2 * g0;
        _h21 += weight * g2 * g1;
        _h22 += weight * (g2 * g2 - byS * byS);
        _h30 += weight * g3 * g0;
        _h31 += weight * g3 * g1;
        _h32 += weight * (g3 * g2 + fallBeta);
        _h33 += weight * (g3 * g3 + gone * inverseBeta * inverseBeta - power * fallBeta * (inverseBeta + lateBeta));
    }
}
