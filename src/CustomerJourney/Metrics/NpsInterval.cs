namespace CustomerJourney.Metrics;

/// <summary>How the interval of a net score is made; see <see cref="Statistics.NetShareInterval"/> for formulas and sources.</summary>
public enum NpsInterval
{
    /// <summary>
    /// Adjusted Wald, and the score interval with fewer than 20 answers or where fewer than 5 answers are outside of the commonest of the three groups. The method of the estimate says which one it is.
    /// Where all answers of a customer count, or answers have weights: adjusted Wald at the effective number of answers.
    /// </summary>
    Automatic,

    /// <summary>Adjusted Wald (B. Rocks 2016), whatever the number of answers.</summary>
    AdjustedWald,

    /// <summary>The score interval (T. Tango 1998).</summary>
    Score,

    /// <summary>The textbook interval. For teaching: it covers too little below 100 answers.</summary>
    Wald,

    /// <summary>Half an answer added to either end (A. Agresti and Y. Min 2005).</summary>
    AgrestiMin,

    /// <summary>An answer added to either end (D. G. Bonett and R. M. Price 2012).</summary>
    BonettPrice,

    /// <summary>Student's t of the indicator −1, 0, +1; none below two answers.</summary>
    StudentT,

    /// <summary>Wald's interval with the reach √χ²(2) of L. A. Goodman (1965): right for all contrasts of the three shares together, and so too wide for one score.</summary>
    Goodman,

    /// <summary>The quantiles of the exact bootstrap distribution, without randomness.</summary>
    PercentileBootstrap,

    /// <summary>The posterior mean less and plus the normal reach of its standard deviation, from a uniform prior on the three shares.</summary>
    DirichletPosterior,
}
