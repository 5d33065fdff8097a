namespace CustomerJourney.Metrics.Drivers;

/// <summary>How p-values are corrected where many things are tested at once.</summary>
public enum ManyTests
{
    /// <summary>Holm's method: the chance that any of the findings is false stays below the error rate, whatever the dependence. The default.</summary>
    Holm,

    /// <summary>Benjamini and Hochberg's method: of all findings no more than the error rate are false, on average, for independent or positively dependent tests. For many drivers.</summary>
    BenjaminiHochberg,
}
