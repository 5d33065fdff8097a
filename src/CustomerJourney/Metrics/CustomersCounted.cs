namespace CustomerJourney.Metrics;

/// <summary>Who stands below the line of a figure per customer.</summary>
public enum CustomersCounted
{
    /// <summary>Customers with at least one amount that counts.</summary>
    Paying,

    /// <summary>Customers with at least one event; who paid nothing counts with 0.</summary>
    Active,

    /// <summary>All customers of the log, those without any event too.</summary>
    All,
}
