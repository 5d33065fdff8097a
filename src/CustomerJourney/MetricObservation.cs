using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A value of a metric on a day. Immutable; a part of its map, equal only to itself.</summary>
public sealed class MetricObservation
{
    internal MetricObservation(ObservationDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        At = draft.At;
        Value = draft.Value;
        SampleSize = draft.SampleSize;
        Persona = parts.PersonaOf(draft.Persona);
        Source = draft.Origin;
    }

    /// <summary>The day.</summary>
    public DateOnly At { get; }

    /// <summary>The value, in the unit of the metric (rates are whole percent). Any number: whether it can be true is for the checks to say.</summary>
    public double Value { get; }

    /// <summary>How many answers or customers it rests on, 1 or more; <see langword="null"/> when unknown.</summary>
    public int? SampleSize { get; }

    /// <summary>Of which persona it is; <see langword="null"/> when it is of all customers.</summary>
    public Persona? Persona { get; }

    /// <summary>Where it comes from; <see langword="null"/> when nobody said.</summary>
    public string? Source { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }
}
