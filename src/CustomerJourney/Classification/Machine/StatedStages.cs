using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Which names of events state a stage, and which one.</summary>
internal static class StatedStages
{
    /// <summary>What the history lists goes before ids, ids before names; a name that several stages have states none.</summary>
    public static Dictionary<string, byte> Of(Journey journey, StageHistory? history)
    {
        Dictionary<string, byte> stages = new(StringComparer.Ordinal);
        if (history is null) return stages;
        foreach (StatedStage stated in history.Stages) stages.TryAdd(history.Prefix + stated.Stated, (byte)journey[stated.Stage].Position);
        foreach (string known in journey.Stages.SelectMany(stage => new[] { stage.Id, stage.Name }))
        {
            if (journey.StageNames.TryFind(known) is { } stage) stages.TryAdd(history.Prefix + known, (byte)stage.Position);
        }

        return stages;
    }
}
