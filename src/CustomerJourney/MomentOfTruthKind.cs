namespace CustomerJourney;

/// <summary>The kinds of moments that make or break the customer's opinion.</summary>
public enum MomentOfTruthKind
{
    /// <summary>Any other moment that decides.</summary>
    Custom,

    /// <summary>The customer researches (Google, 2011).</summary>
    Zero,

    /// <summary>The customer chooses at the shelf (Procter &amp; Gamble, 2005).</summary>
    First,

    /// <summary>The customer uses the product (Procter &amp; Gamble, 2005).</summary>
    Second,

    /// <summary>The customer tells others.</summary>
    Third,
}
