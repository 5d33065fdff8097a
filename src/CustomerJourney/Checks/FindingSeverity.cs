namespace CustomerJourney.Checks;

/// <summary>How much a finding matters. How bad a customer's pain is, is another thing: <see cref="Severity"/>.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a thought; many good maps have some. A note in SARIF.</summary>
    Info,

    /// <summary>The map will mislead or lack something that its readers need.</summary>
    Warning,

    /// <summary>The map is wrong or contradicts itself.</summary>
    Error,
}
