namespace CustomerJourney.Conformance;

/// <summary>
/// The named values that the library gives for a case: double, long, bool, string, arrays of these, or null for "no value".
/// A <see cref="long"/> must be equal to the expected number; a <see cref="double"/> may differ by the tolerance of the case.
/// </summary>
internal sealed class Answer : Dictionary<string, object?>
{
    public Answer()
        : base(StringComparer.Ordinal)
    {
    }
}
