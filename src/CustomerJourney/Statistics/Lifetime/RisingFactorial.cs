namespace CustomerJourney.Statistics.Lifetime;

/// <summary>ln Γ(start + x)/Γ(start) for whole x that rise, with its first two derivatives in the start.</summary>
/// <remarks>
/// Sums of x terms: they keep the digits that differences of gamma functions lose where the start is large, as it becomes when customers are alike; without them a solver sees no slope there.
/// Above <see cref="MostTerms"/> the difference has lost none that matter.
/// </remarks>
internal struct RisingFactorial(double start)
{
    private const double MostTerms = 1000;

    private double _terms;

    public double Log { get; private set; }

    public double First { get; private set; }

    public double Second { get; private set; }

    /// <summary>Goes on to an x not below the one before.</summary>
    public void RiseTo(double x)
    {
        if (x > MostTerms)
        {
            Log = GammaFunctions.LogGamma(x) - GammaFunctions.LogBeta(start, x);
            First = PolygammaFunctions.Digamma(start + x) - PolygammaFunctions.Digamma(start);
            Second = PolygammaFunctions.Trigamma(start + x) - PolygammaFunctions.Trigamma(start);
            return;
        }

        for (; _terms < x; _terms++)
        {
            double term = start + _terms, inverse = 1 / term;
            Log += Math.Log(term);
            First += inverse;
            Second -= inverse * inverse;
        }
    }
}
