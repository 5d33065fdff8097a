namespace CustomerJourney.Metrics.Trends;

/// <summary>How alerts are corrected for the number of periods and groups that were looked at.</summary>
public enum TrendCorrection
{
    /// <summary>Holm: the chance of any false alarm in all periods and groups together is at most the error rate.</summary>
    Holm,

    /// <summary>Benjamini-Hochberg: of all alerts, at most the error rate is false on average. For many groups, where some false alarms are bearable.</summary>
    BenjaminiHochberg,

    /// <summary>
    /// None: the classical control chart. Every point beyond its limits, every run of eight and every signal is an alert, whatever its p-value; a change point is one where its own p-value is at most the error rate.
    /// </summary>
    None,
}
