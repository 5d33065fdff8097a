namespace CustomerJourney.Metrics;

/// <summary>How the interval of a share of satisfied answers is made; see <see cref="Statistics.ProportionInterval"/> for formulas and sources.</summary>
public enum CsatInterval
{
    /// <summary>The score interval of Wilson (1927). Where all answers of a customer count, or answers have weights: at the effective number of answers.</summary>
    Wilson,

    /// <summary>Half of z² added to either side (A. Agresti and B. A. Coull 1998).</summary>
    AgrestiCoull,

    /// <summary>The exact interval (C. J. Clopper and E. S. Pearson 1934): never covers less than its level, and so is wide.</summary>
    ClopperPearson,

    /// <summary>The equal-tailed interval from Jeffreys' prior.</summary>
    Jeffreys,

    /// <summary>Wilson's interval with continuity correction.</summary>
    WilsonContinuityCorrected,

    /// <summary>The textbook interval. For teaching: it covers too little.</summary>
    Wald,
}
