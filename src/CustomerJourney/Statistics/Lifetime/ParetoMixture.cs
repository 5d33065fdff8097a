namespace CustomerJourney.Statistics.Lifetime;

/// <summary>
/// The two ways in which a customer's purchases can come about in the Pareto/NBD model: still active at T, or gone at some time between t_x and T,
/// with the derivatives of the logarithm of their sum in r, α, s and β.
/// </summary>
/// <remarks>
/// (α + T)^−(r + x) (β + T)^−s + s ∫ (α + τ)^−(r + x) (β + τ)^−(s + 1) dτ from t_x to T. The usual form of the integral is a difference of two hypergeometric
/// functions, which cancels and overflows; here it is a sum of positive numbers, by Gauss-Legendre panels in ln(min(α, β) + τ).
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
        double near = Math.Min(alpha, beta), start = near + recency, length = GammaFunctions.LogOnePlus((age - recency) / start), logS = Math.Log(s);
        double logAlive = -shape * Math.Log(alpha + age) - s * Math.Log(beta + age);
        double logStart = logS + Math.Log(start) - shape * Math.Log(alpha + recency) - (s + 1) * Math.Log(beta + recency);
        double reference = Math.Max(logAlive, logStart), alive = Math.Exp(logAlive - reference);
        mixture.Add(alive, age, 0, s);

        int panels = (int)Math.Ceiling(length / Math.Min(LongestPanel, PanelTimesRate / (shape + s + 1)));
        double half = panels == 0 ? 0 : length / panels / 2, gone = 0;
        ReadOnlySpan<double> points = GaussLegendre.Points, weights = GaussLegendre.Weights;
        for (int panel = 0; panel < panels; panel++)
        {
            double before = gone;
            for (int i = 0; i < points.Length; i++)
            {
                double place = start * Math.Exp(half * (2 * panel + 1 + points[i])), time = Math.Max(place - near, recency);
                double log = logS - shape * Math.Log(alpha + time) - (s + 1) * Math.Log(beta + time) - reference;
                double weight = half * weights[i] * place * Math.Exp(log);
                gone += weight;
                mixture.Add(weight, time, 1 / s, s + 1);
            }

            if (gone - before <= 1e-17 * before) break;
        }

        mixture.Log = reference + Math.Log(mixture._sum);
        mixture.Alive = alive / mixture._sum;
        return mixture;
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

    // One way with s^k (α + τ)^−(r + x) (β + τ)^−power, where k/s is passed as byS.
    private void Add(double weight, double time, double byS, double power)
    {
        double inverseAlpha = 1 / (_alpha + time), inverseBeta = 1 / (_beta + time);
        double g0 = -Math.Log(_alpha + time), g1 = -_shape * inverseAlpha, g2 = byS - Math.Log(_beta + time), g3 = -power * inverseBeta;
        _sum += weight;
        _g0 += weight * g0;
        _g1 += weight * g1;
        _g2 += weight * g2;
        _g3 += weight * g3;
        _h00 += weight * g0 * g0;
        _h10 += weight * (g1 * g0 - inverseAlpha);
        _h11 += weight * (g1 * g1 + _shape * inverseAlpha * inverseAlpha);
        _h20 += weight * g2 * g0;
        _h21 += weight * g2 * g1;
        _h22 += weight * (g2 * g2 - byS * byS);
        _h30 += weight * g3 * g0;
        _h31 += weight * g3 * g1;
        _h32 += weight * (g3 * g2 - inverseBeta);
        _h33 += weight * (g3 * g3 + power * inverseBeta * inverseBeta);
    }
}
