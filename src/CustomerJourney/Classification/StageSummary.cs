using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>For each stage of the map: how many customers have been there, are there now, went no further, and came back. Takes time linear in the events.</summary>
public sealed record StageSummary : Analysis<StageSummaryResult>
{
    /// <inheritdoc/>
    public override bool IncludesCustomersWithoutEvents => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The log has not been classified.</exception>
    public override Accumulator<StageSummaryResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.IsDetached) return new StageSummaryAccumulator(this, [], StageRules.None);
        string[] stages = LabelsOf(schema.RequireJourney("its stages"));
        return new StageSummaryAccumulator(this, stages, ((StageEvidence)schema.Reading!.Source).Rules);
    }

    /// <summary>Stages of one name stay apart.</summary>
    private static string[] LabelsOf(Journey journey) => [.. journey.Stages.Select(journey.StageNames.Label)];
}
