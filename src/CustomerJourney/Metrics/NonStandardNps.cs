namespace CustomerJourney.Metrics;

/// <summary>
/// A net score on another scale or with other cut points than those of the Net Promoter Score: nobody else's figures compare with it, so results are titled "NPS (non-standard)" and
/// carry the scale in their terms.
/// </summary>
public sealed record NonStandardNps
{
    /// <summary>The worst answer of the scale, 0…1000.</summary>
    public required int ScaleMinimum { get; init; }

    /// <summary>The best answer of the scale, above <see cref="ScaleMinimum"/>, at most 1000.</summary>
    public required int ScaleMaximum { get; init; }

    /// <summary>The best answer that still counts as a detractor, on the scale and below <see cref="PromotersFrom"/>.</summary>
    public required int DetractorsTo { get; init; }

    /// <summary>The worst answer that counts as a promoter, on the scale.</summary>
    public required int PromotersFrom { get; init; }

    internal IEnumerable<string> Faults()
    {
        if (ScaleMinimum < 0 || ScaleMaximum > Csat.LargestScale || ScaleMinimum >= ScaleMaximum) yield return $"the scale {ScaleMinimum}…{ScaleMaximum} is empty or not within 0…{Csat.LargestScale}";
        if (DetractorsTo < ScaleMinimum || PromotersFrom > ScaleMaximum) yield return $"detractors to {DetractorsTo} and promoters from {PromotersFrom} are not on the scale {ScaleMinimum}…{ScaleMaximum}";
        if (DetractorsTo >= PromotersFrom) yield return $"detractors to {DetractorsTo} and promoters from {PromotersFrom} overlap";
    }
}
