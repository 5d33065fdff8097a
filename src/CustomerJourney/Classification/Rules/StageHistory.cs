using CustomerJourney.Building;

namespace CustomerJourney.Classification.Rules;

/// <summary>Stages that another system states: an event <c>stage:Customer</c> puts the customer into the stage "Customer", whatever the evidence of touchpoints and rules says of that event.</summary>
/// <remarks>The ready mappings of CRM histories (<c>EventMappings.HubSpotStages</c> and its like) give such events.</remarks>
public sealed record StageHistory
{
    /// <summary>What the names of such events begin with; not empty.</summary>
    public string Prefix { get; init; } = "stage:";

    /// <summary>What follows the prefix, and which stage it stands for. What is not named here stands for the stage that has it as its id or its name, else for none: such events are unknown and counted. Each is stated once; at most 10,000.</summary>
    public IReadOnlyList<StatedStage> Stages { get; init => field = EquatableList.Of(value); } = EquatableList<StatedStage>.Empty;
}
