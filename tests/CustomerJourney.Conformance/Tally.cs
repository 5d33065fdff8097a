namespace CustomerJourney.Conformance;

/// <summary>How the cases of one metric went.</summary>
internal sealed class Tally
{
    public int Passed { get; set; }

    public int Failed { get; set; }

    public int Skipped { get; set; }

    /// <summary>Cases that the checked-in list refuses, and that differ as it says.</summary>
    public int Refused { get; set; }
}
