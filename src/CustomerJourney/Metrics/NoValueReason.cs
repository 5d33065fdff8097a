namespace CustomerJourney.Metrics;

/// <summary>Why a metric has no value.</summary>
public enum NoValueReason
{
    /// <summary>Nothing was observed that the metric is about.</summary>
    NoData,

    /// <summary>The period was not observed to its end, so that the value is not known yet.</summary>
    StillOpen,

    /// <summary>The answers were not given on the scale of the metric.</summary>
    WrongScale,

    /// <summary>Answers on several scales were mixed.</summary>
    MixedScales,

    /// <summary>Amounts are in several currencies, and none was asked for.</summary>
    MixedCurrencies,

    /// <summary>The base of the metric adds up to zero, for example the revenue at the start of a period.</summary>
    ZeroBase,

    /// <summary>Too few customers came so far for the value to be seen: a median that is not reached, for example.</summary>
    NotReached,

    /// <summary>The data does not determine the parameters of the model behind the metric.</summary>
    NotDetermined,
}
