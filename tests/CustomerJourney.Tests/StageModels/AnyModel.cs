using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

/// <summary>Models of one to eight stages with one to five phases each, some stages outside the phases; the same seed gives the same model.</summary>
internal static class AnyModel
{
    public static StageModel Make(int seed)
    {
        Random random = new(seed);
        return StageModel.Create("any", "Any", model =>
        {
            int stages = random.Next(1, 9);
            for (int i = 0; i < stages; i++) model.AddStage($"s{i}", $"Stage {i}", stage =>
            {
                if (random.Next(6) == 0) return;
                JourneyPhase[] phases = [.. Enum.GetValues<JourneyPhase>().OrderBy(_ => random.Next()).Take(random.Next(1, 6))];
                double[] raw = [.. phases.Select(_ => random.NextDouble() + 0.01)];
                stage.Covers([.. phases.Zip(raw, (phase, weight) => (phase, weight / raw.Sum()))]);
            });
        });
    }

    /// <summary>A value for each stage, with about one in five missing.</summary>
    public static double?[] Values(int seed, StageModel model, Func<Random, double> draw)
    {
        Random random = new(unchecked(seed * 31));
        return [.. model.Stages.Select(_ => random.Next(5) == 0 ? (double?)null : draw(random))];
    }
}
