namespace CustomerJourney.StageModels;

/// <summary>The three periods of a journey, seen from the purchase. The choice belongs to <see cref="During"/>.</summary>
/// <remarks>K. N. Lemon and P. C. Verhoef, "Understanding Customer Experience Throughout the Customer Journey", Journal of Marketing 80 (2016).</remarks>
public enum JourneyPeriod
{
    /// <summary>Before the purchase: <see cref="JourneyPhase.Need"/> to <see cref="JourneyPhase.Evaluate"/>.</summary>
    Before,

    /// <summary>The purchase: <see cref="JourneyPhase.Decide"/> to <see cref="JourneyPhase.Receive"/>.</summary>
    During,

    /// <summary>After the purchase: <see cref="JourneyPhase.Use"/> to <see cref="JourneyPhase.Leave"/>.</summary>
    After,
}
