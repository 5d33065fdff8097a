namespace CustomerJourney.Statistics.Lifetime;

/// <summary>When a customer under contract pays first.</summary>
public enum FirstPayment
{
    /// <summary>Now, undiscounted and for certain: a customer who is being won.</summary>
    Now,

    /// <summary>After one period, if he is kept: a customer who has just paid.</summary>
    NextPeriod,
}
