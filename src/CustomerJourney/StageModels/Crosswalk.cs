using System.Runtime.CompilerServices;
using CustomerJourney.Statistics;

namespace CustomerJourney.StageModels;

/// <summary>
/// Makes journeys that are cut into different stages comparable: projects figures of stages onto the twelve canonical phases, and aligns the stages of two models.
/// Pure functions. Where a model says nothing of a phase, or nobody has a figure of a stage, the answer is no data and never 0.
/// </summary>
public static class Crosswalk
{
    /// <summary>Splits counts or durations of stages among the phases, by weight; a part of a stage is an estimate (<see cref="PhaseValue.IsEstimate"/>).</summary>
    /// <param name="model">The model that has the stages.</param>
    /// <param name="valueOf">The count or duration of a stage, in any unit, finite and not negative; <see langword="null"/> where there is no data. Asked once for each stage.</param>
    /// <returns>All phases. Nothing is lost: they and what lies outside them add up to the total, within 1e-12 of it; whole counts become fractions, which are not rounded.</returns>
    /// <exception cref="ArgumentException">A value is negative or not finite, or they sum beyond the largest double.</exception>
    public static PhaseProjection Split(StageModel model, Func<StageModelStage, double?> valueOf)
    {
        double?[] values = Values(model, valueOf, value => double.IsFinite(value) && value >= 0, "a count or duration is finite and not negative");
        PhaseProjection projection = Project(model, ProjectionRule.Split, values, (known, shares) => Sum(known.Zip(shares)));
        if (projection.Overall is double.PositiveInfinity)
            throw new ArgumentException($"The values of the stages of \"{model.Id}\" sum beyond the largest double; give them in a larger unit.", nameof(valueOf));
        return projection;
    }

    /// <summary>Averages scores of stages (emotion, CSAT, effort …) per phase, weighted by how much of each stage lies in the phase. How many answers a score rests on plays no part.</summary>
    /// <param name="model">The model that has the stages.</param>
    /// <param name="scoreOf">The score of a stage, finite, on any scale; <see langword="null"/> where there is no data. Asked once for each stage.</param>
    /// <returns>All phases; each value lies between the lowest and the highest score of the stages that cover the phase.</returns>
    /// <exception cref="ArgumentException">A score is not finite.</exception>
    public static PhaseProjection Average(StageModel model, Func<StageModelStage, double?> scoreOf)
    {
        double?[] scores = Values(model, scoreOf, double.IsFinite, "a score is finite");
        return Project(model, ProjectionRule.Average, scores, (known, shares) => Math.Clamp(WeightedMean.Of(known, shares)!.Value, known.Min(), known.Max()));
    }

    /// <summary>
    /// Attaches rates between stages (conversion, drop-off) to the boundary after the last phase of the stage that customers leave. A rate is not split: it speaks of one boundary.
    /// Stages that end in the same phase each keep their rate.
    /// </summary>
    /// <param name="model">The model that has the stages.</param>
    /// <param name="rateOf">The rate from a stage to the next, 0 to 1; <see langword="null"/> where there is no data. Asked once for each stage.</param>
    /// <returns>One row for each stage, in the order of the model.</returns>
    /// <exception cref="ArgumentException">A rate lies outside 0 to 1.</exception>
    public static IReadOnlyList<BoundaryRate> Attach(StageModel model, Func<StageModelStage, double?> rateOf)
    {
        double?[] rates = Values(model, rateOf, rate => rate is >= 0 and <= 1, "a rate lies between 0 and 1");
        return [.. model.Stages.Select(stage => new BoundaryRate { Stage = stage, After = stage.Phases.Count == 0 ? null : stage.Phases[^1].Phase, Rate = rates[stage.Position] })];
    }

    /// <summary>Aligns two models: which stages correspond, by how much, and how alike the models are.</summary>
    /// <param name="baseline">The one model.</param>
    /// <param name="candidate">The other; may be the same.</param>
    public static StageAlignment Align(StageModel baseline, StageModel candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        StagePair[] pairs =
        [
            .. from stage in baseline.Stages
               from other in candidate.Stages
               let overlap = Overlap(stage, other)
               where overlap > 0
               select new StagePair { Baseline = stage, Candidate = other, Overlap = overlap },
        ];
        return new StageAlignment(baseline, candidate, pairs);
    }

    private static PhaseProjection Project(StageModel model, ProjectionRule rule, double?[] values, Func<double[], double[], double> combine)
    {
        StageModelStage[] known = [.. model.Stages.Where(stage => values[stage.Position] is not null)];

        double? Combine(IReadOnlyList<StageModelStage> stages, Func<StageModelStage, double> shareOf) =>
            stages.Count == 0 ? null : combine([.. stages.Select(stage => values[stage.Position]!.Value)], [.. stages.Select(shareOf)]);

        PhaseValue Phase(JourneyPhase phase)
        {
            StageModelStage[] covering = [.. model.Stages.Where(stage => stage.ShareOf(phase) > 0)];
            StageModelStage[] contributing = [.. covering.Intersect(known)];
            return new PhaseValue
            {
                Phase = phase,
                Value = Combine(contributing, stage => stage.ShareOf(phase)),
                Weight = Sum(contributing.Select(stage => (stage.ShareOf(phase), 1.0))),
                IsCovered = covering.Length > 0,
                IsComplete = covering.Length > 0 && contributing.Length == covering.Length,
                IsEstimate = contributing.Any(stage => stage.Phases.Count > 1),
            };
        }

        return new PhaseProjection(model, rule, [.. Enum.GetValues<JourneyPhase>().Select(Phase)])
        {
            Unassigned = Combine([.. known.Where(stage => stage.Phases.Count == 0)], _ => 1),
            Overall = Combine(known, _ => 1),
        };
    }

    private static double?[] Values(
        StageModel model,
        Func<StageModelStage, double?> valueOf,
        Func<double, bool> isAllowed,
        string rule,
        [CallerArgumentExpression(nameof(valueOf))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(valueOf, name);
        double?[] values = new double?[model.Stages.Count];
        foreach (StageModelStage stage in model.Stages)
        {
            double? value = valueOf(stage);
            if (value is { } given && !isAllowed(given))
                throw new ArgumentException(FormattableString.Invariant($"The stage \"{stage.Key}\" of \"{model.Id}\" has the value {given}: {rule}; give null where there is no data."), name);
            values[stage.Position] = value;
        }

        return values;
    }

    private static double Overlap(StageModelStage stage, StageModelStage other) =>
        Math.Min(1, Sum(Enum.GetValues<JourneyPhase>().Select(phase => (Math.Min(stage.ShareOf(phase), other.ShareOf(phase)), 1.0))));

    private static double Sum(IEnumerable<(double Value, double Share)> terms)
    {
        ExactSum sum = new();
        foreach ((double value, double share) in terms) sum.AddProduct(value, share);
        return sum.ToDouble();
    }
}
