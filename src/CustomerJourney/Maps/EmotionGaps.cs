using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.StageModels;

namespace CustomerJourney.Maps;

/// <summary>
/// How far the journey is from where it should be, by stage, by canonical phase and on the whole. A gap is target minus value, so above 0 where it should feel better;
/// moments without value or without target say nothing and do not count as 0.
/// </summary>
/// <remarks>
/// Scores of stages become scores of phases by the rules of the <see cref="Crosswalk"/>: the mean of the stages that cover the phase, weighted by how much of each lies in it.
/// Total gaps are counts and are split by the same weights, so those of the phases and <see cref="UnassignedTotal"/> add up to <see cref="Total"/>.
/// </remarks>
public sealed class EmotionGaps : IJourneyResult
{
    private readonly EmotionCurve _curve;

    internal EmotionGaps(EmotionCurve curve)
    {
        _curve = curve;
        ILookup<Stage, EmotionMoment> moments = curve.Moments.ToLookup(moment => moment.Touchpoint.Stage);
        Stages = [.. curve.Journey.Stages.Select(stage => StageOf(stage, [.. moments[stage]]))];
        Mean = MeanGap(curve.Moments);
        Total = TotalGap(curve.Moments);
        StageModel model = curve.Journey.ToStageModel();
        PhaseProjection scores = Crosswalk.Average(model, stage => Stages[stage.Position].Score);
        PhaseProjection gaps = Crosswalk.Average(model, stage => Stages[stage.Position].Gap);
        Phases = [.. scores.Phases.Select(score => PhaseOf(score, gaps[score.Phase]))];
        UnassignedTotal = Weighted.Sum(Stages.Where(row => row.Stage.Phases.Count == 0 && row.TotalGap is not null).Select(row => (row.TotalGap!.Value, 1.0)));
    }

    /// <summary>All stages in journey order.</summary>
    public IReadOnlyList<StageEmotion> Stages { get; }

    /// <summary>All twelve canonical phases in the order of time; those that no stage covers have no figures.</summary>
    public IReadOnlyList<PhaseEmotion> Phases { get; }

    /// <summary>The mean gap of the journey weighted by importance, Σ(gap × importance) / Σ importance, -4 to +4; <see langword="null"/> when none is known.</summary>
    public double? Mean { get; }

    /// <summary>The sum of the gaps of all moments, each counted once; <see langword="null"/> when none is known. It grows with the map: compare it only between versions of one map.</summary>
    public double? Total { get; }

    /// <summary>The part of <see cref="Total"/> in stages that state no phases; <see langword="null"/> when there is none.</summary>
    public double? UnassignedTotal { get; }

    /// <inheritdoc/>
    public string Title => $"Gap to target of {Phrase.Quote(_curve.Journey.Name)}, {_curve.PersonaName}";

    /// <summary>One row a stage, then one for each phase that a stage covers, then one for the whole journey.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "By", Kind = ResultColumnKind.Text }, new() { Name = "Name", Kind = ResultColumnKind.Text }, new() { Name = "Emotion", Kind = ResultColumnKind.Number },
            new() { Name = "Gap", Kind = ResultColumnKind.Number }, new() { Name = "Total gap", Kind = ResultColumnKind.Number }, new() { Name = "Estimate", Kind = ResultColumnKind.Flag },
        ],
        Rows =
        [
            .. Stages.Select(IReadOnlyList<object?> (row) => ["Stage", _curve.Journey.StageNames.Label(row.Stage), row.Score, row.Gap, row.TotalGap, false]),
            .. Phases.Where(row => row.IsCovered).Select(IReadOnlyList<object?> (row) => ["Phase", row.Phase.ToString(), row.Score, row.Gap, row.TotalGap, row.IsEstimate]),
            ["Journey", _curve.Journey.Name, _curve.Score, Mean, Total, false],
        ],
    };

    private static StageEmotion StageOf(Stage stage, EmotionMoment[] moments)
    {
        EmotionMoment[] known = [.. moments.Where(moment => moment.Value is not null)];
        return new StageEmotion
        {
            Stage = stage,
            Moments = moments.Length,
            KnownMoments = known.Length,
            Score = Weighted.Mean(known.Select(moment => (moment.Value!.Value, (double)moment.Weight))),
            Gap = MeanGap(moments),
            TotalGap = TotalGap(moments),
        };
    }

    private static double? MeanGap(IEnumerable<EmotionMoment> moments) =>
        Weighted.Mean(moments.Where(moment => moment.Gap is not null).Select(moment => (moment.Gap!.Value, (double)moment.Weight)));

    private static double? TotalGap(IEnumerable<EmotionMoment> moments) =>
        Weighted.Sum(moments.Where(moment => moment.Gap is not null).Select(moment => (moment.Gap!.Value, 1.0)));

    private PhaseEmotion PhaseOf(PhaseValue score, PhaseValue gap) => new()
    {
        Phase = score.Phase,
        Score = score.Value,
        Gap = gap.Value,
        TotalGap = Weighted.Sum(
            from row in Stages
            where row.TotalGap is not null
            from part in row.Stage.Phases
            where part.Phase == score.Phase
            select (row.TotalGap!.Value, part.Weight)),
        IsCovered = score.IsCovered,
        IsEstimate = score.IsEstimate || gap.IsEstimate,
    };
}
