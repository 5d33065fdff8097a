using CustomerJourney.Statistics;

namespace CustomerJourney.StageModels;

/// <summary>Which stages of one model correspond to which of another, and how alike the two models are. Made by <see cref="Crosswalk.Align"/>.</summary>
/// <remarks>
/// Two stages overlap by Σ min(weight in the one, weight in the other) over the phases, 0 to 1. A stage is found in the other model as far as it overlaps with the one stage there that suits it best;
/// so a model that cuts the same phases finer is less alike, and two models are as alike as their stages are found in each other on average.
/// Stages outside the twelve phases correspond to none and are not counted.
/// </remarks>
public sealed class StageAlignment
{
    private readonly double[] _bestOfBaseline;
    private readonly double[] _bestOfCandidate;

    internal StageAlignment(StageModel baseline, StageModel candidate, IReadOnlyList<StagePair> pairs)
    {
        Baseline = baseline;
        Candidate = candidate;
        Pairs = pairs;
        _bestOfBaseline = [.. baseline.Stages.Where(stage => stage.Phases.Count > 0).Select(stage => Best(pair => pair.Baseline == stage)?.Overlap ?? 0)];
        _bestOfCandidate = [.. candidate.Stages.Where(stage => stage.Phases.Count > 0).Select(stage => Best(pair => pair.Candidate == stage)?.Overlap ?? 0)];
    }

    /// <summary>The one model.</summary>
    public StageModel Baseline { get; }

    /// <summary>The other model.</summary>
    public StageModel Candidate { get; }

    /// <summary>All pairs of stages that share a phase, in the order of the baseline's stages, then of the candidate's; empty when the models share none.</summary>
    public IReadOnlyList<StagePair> Pairs { get; }

    /// <summary>
    /// How alike the models are, 0 to 1: the mean, over the stages of both, of the overlap with the stage of the other model that suits best. The same when baseline and candidate change places;
    /// 1 for a model and itself, 0 for models that share no phase, <see langword="null"/> when one of them has no stage in the phases.
    /// </summary>
    public double? Similarity => BaselineFit is null || CandidateFit is null ? null : Mean([.. _bestOfBaseline, .. _bestOfCandidate]);

    /// <summary>How far the baseline's stages are found in the candidate, 0 to 1: the mean of their best overlaps. <see langword="null"/> when no stage of the baseline lies in the phases.</summary>
    public double? BaselineFit => Mean(_bestOfBaseline);

    /// <summary>How far the candidate's stages are found in the baseline, 0 to 1: the mean of their best overlaps. <see langword="null"/> when no stage of the candidate lies in the phases.</summary>
    public double? CandidateFit => Mean(_bestOfCandidate);

    /// <summary>The phases that both models cover, in the order of time.</summary>
    public IReadOnlyList<JourneyPhase> SharedPhases => [.. Baseline.Coverage.Intersect(Candidate.Coverage)];

    /// <summary>The phases that only the baseline covers, in the order of time.</summary>
    public IReadOnlyList<JourneyPhase> BaselineOnly => [.. Baseline.Coverage.Except(Candidate.Coverage)];

    /// <summary>The phases that only the candidate covers, in the order of time.</summary>
    public IReadOnlyList<JourneyPhase> CandidateOnly => [.. Candidate.Coverage.Except(Baseline.Coverage)];

    /// <summary>The candidate's stage that suits a stage of the baseline best; of equals, the first.</summary>
    /// <param name="baselineStage">A stage of <see cref="Baseline"/>.</param>
    /// <returns>The pair, or <see langword="null"/> when no stage of the candidate shares a phase with it.</returns>
    /// <exception cref="ArgumentException">The stage is none of the baseline's.</exception>
    public StagePair? BestFor(StageModelStage baselineStage)
    {
        ArgumentNullException.ThrowIfNull(baselineStage);
        if (!Baseline.Stages.Contains(baselineStage))
            throw new ArgumentException($"The stage \"{baselineStage.Key}\" is none of the stages of \"{Baseline.Id}\"; give one of {string.Join(", ", Baseline.Stages.Select(stage => stage.Key))}.", nameof(baselineStage));
        return Best(pair => pair.Baseline == baselineStage);
    }

    private StagePair? Best(Func<StagePair, bool> among) => Pairs.Where(among).MaxBy(pair => pair.Overlap);

    private static double? Mean(double[] overlaps)
    {
        if (overlaps.Length == 0) return null;
        ExactSum sum = new();
        foreach (double overlap in overlaps) sum.Add(overlap);
        return sum.ToDouble() / overlaps.Length;
    }
}
