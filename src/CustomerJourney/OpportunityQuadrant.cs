namespace CustomerJourney;

/// <summary>Where an improvement stands in the square of impact and effort.</summary>
public enum OpportunityQuadrant
{
    /// <summary>Impact 4 or more, effort 2 or less.</summary>
    QuickWin,

    /// <summary>Impact 4 or more, effort above 2.</summary>
    BigBet,

    /// <summary>Impact below 4, effort 2 or less.</summary>
    FillIn,

    /// <summary>Impact below 4, effort above 2.</summary>
    Rethink,
}
