namespace CustomerJourney.StageModels;

/// <summary>
/// The twelve canonical phases onto which the stages of any model are projected, in the order of time: before the purchase
/// (<see cref="Need"/> to <see cref="Evaluate"/>), during it (<see cref="Decide"/> to <see cref="Receive"/>) and after it (<see cref="Use"/> to <see cref="Leave"/>).
/// </summary>
/// <remarks>The three periods are those of K. N. Lemon and P. C. Verhoef, Journal of Marketing 80 (2016); choice belongs to "during".</remarks>
public enum JourneyPhase
{
    /// <summary>The customer feels a need or a problem.</summary>
    Need,

    /// <summary>The customer learns that solutions and brands exist.</summary>
    Discover,

    /// <summary>The customer is in contact with this brand for the first time.</summary>
    Engage,

    /// <summary>The customer compares and tests.</summary>
    Evaluate,

    /// <summary>The customer chooses.</summary>
    Decide,

    /// <summary>The customer orders, pays, signs.</summary>
    Purchase,

    /// <summary>Delivery, set-up, onboarding.</summary>
    Receive,

    /// <summary>The customer uses the product and judges it.</summary>
    Use,

    /// <summary>The customer asks and complains.</summary>
    Support,

    /// <summary>The customer repeats, renews, stays loyal.</summary>
    Retain,

    /// <summary>The customer recommends.</summary>
    Advocate,

    /// <summary>The customer leaves.</summary>
    Leave,
}
