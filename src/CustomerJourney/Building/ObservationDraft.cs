using System.Globalization;

namespace CustomerJourney.Building;

internal sealed class ObservationDraft(MetricDraft owner) : Draft
{
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"{owner.Description}, observed on {At:yyyy-MM-dd}");

    public DateOnly At { get; init; }

    public double Value { get; init; }

    public int? SampleSize { get; init; }

    public Reference? Persona { get; init; }

    public string? Origin { get; init; }
}
