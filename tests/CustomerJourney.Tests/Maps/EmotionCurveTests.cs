using CustomerJourney.Maps;
using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.Maps;

/// <summary>Curves with numbers that were worked out by hand.</summary>
public sealed class EmotionCurveTests
{
    /// <summary>Values +1, unknown, -2, 0, +2 with importances 3, 5, 5, 2, 1; targets +1, +2, 0, none, +2.</summary>
    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddStage("Before", stage => stage.Covers((JourneyPhase.Discover, 0.25), (JourneyPhase.Evaluate, 0.75))
            .AddTouchpoint("Advert", touch => touch.Feels(1, target: 1))
            .AddTouchpoint("Guide", touch => touch.Important(5).ShouldFeel(2)))
        .AddStage("During", stage => stage.Covers((JourneyPhase.Evaluate, 0.5), (JourneyPhase.Purchase, 0.5))
            .AddTouchpoint("Checkout", touch => touch.Important(5).Feels(-2, target: 0))
            .AddTouchpoint("Receipt", touch => touch.Important(2).Feels(0)))
        .AddStage("After", stage => stage
            .AddTouchpoint("Parcel", touch => touch.Important(1).Feels(2, target: 2)))
        .AddStage("Later"));

    [Fact]
    public void The_score_is_weighted_by_importance()
    {
        EmotionCurve curve = Shop.Analyze().Emotions;

        // (3·1 + 5·(−2) + 2·0 + 1·2) / (3 + 5 + 2 + 1)
        Assert.Equal(-5.0 / 11, curve.Score!.Value, 12);
        Assert.Equal(0.25, curve.Mean);
        Assert.Equal(curve.Score, Shop.Analyze().Score);
    }

    [Fact]
    public void Peak_end_is_the_mean_of_the_most_extreme_and_the_last_moment_and_of_equal_extremes_the_negative_counts()
    {
        EmotionCurve curve = Shop.Analyze().Emotions;

        Assert.Equal("Checkout", curve.Peak!.Touchpoint.Name);
        Assert.Equal("Parcel", curve.End!.Touchpoint.Name);
        Assert.Equal(0, curve.PeakEnd);
    }

    [Fact]
    public void An_unknown_emotion_is_a_gap_in_the_curve_and_not_neutral()
    {
        EmotionCurve curve = Shop.Analyze().Emotions;

        Assert.Equal([1.0, null, -2.0, 0.0, 2.0], curve.Moments.Select(moment => moment.Value));
        Assert.Equal([0.0, null, 2.0, null, 0.0], curve.Moments.Select(moment => moment.Gap));
        Assert.Equal([1.0, 2.0, 0.0, null, 2.0], curve.Moments.Select(moment => moment.Target));
        Assert.Equal([0, 1, 2, 3, 4], curve.Moments.Select(moment => moment.Place));

        // Over the places 0, 2, 3, 4: mean place 2.25, Σ(x − x̄)y = −2.25 + 0.5 + 0 + 3.5, Σ(x − x̄)² = 8.75.
        Assert.Equal(1.75 / 8.75, curve.Slope!.Value, 12);
    }

    [Fact]
    public void Drops_range_and_sign_changes_pass_over_gaps_and_neutral_moments()
    {
        EmotionCurve curve = Shop.Analyze().Emotions;

        Assert.Equal(("Advert", "Checkout", -3.0), (curve.LargestDrop!.From.Touchpoint.Name, curve.LargestDrop.To.Touchpoint.Name, curve.LargestDrop.Change));
        Assert.Equal(4, curve.Range);
        Assert.Equal(2, curve.SignChanges);
    }

    [Fact]
    public void Stages_have_scores_and_gaps_of_what_is_known_of_them()
    {
        EmotionGaps gaps = Shop.Analyze().Emotions.Gaps;

        Assert.Equal(1, gaps.Stages[0].Score);
        Assert.Equal((2, 1), (gaps.Stages[0].Moments, gaps.Stages[0].KnownMoments));
        Assert.Equal(-10.0 / 7, gaps.Stages[1].Score!.Value, 12);
        Assert.Equal(2, gaps.Stages[1].Gap);
        Assert.Null(gaps.Stages[3].Score);
        Assert.Null(gaps.Stages[3].Gap);
        Assert.Null(gaps.Stages[3].TotalGap);

        // Gaps 0, 2, 0 with importances 3, 5, 1.
        Assert.Equal(10.0 / 9, gaps.Mean!.Value, 12);
        Assert.Equal(2, gaps.Total);
    }

    [Fact]
    public void Phases_average_scores_and_split_totals()
    {
        EmotionGaps gaps = Shop.Analyze().Emotions.Gaps;
        PhaseEmotion evaluate = gaps.Phases[(int)JourneyPhase.Evaluate];

        // Before lies three quarters in it, During one half: (0.75·1 + 0.5·(−10/7)) / 1.25 and (0.75·0 + 0.5·2) / 1.25.
        Assert.Equal(((0.75 * 1) + (0.5 * -10 / 7)) / 1.25, evaluate.Score!.Value, 12);
        Assert.Equal(0.8, evaluate.Gap!.Value, 12);
        Assert.Equal(1, evaluate.TotalGap);
        Assert.True(evaluate.IsEstimate);
        Assert.Equal(0, gaps.UnassignedTotal);
        PhaseEmotion support = gaps.Phases[(int)JourneyPhase.Support];
        Assert.False(support.IsCovered);
        Assert.Null(support.Score);
        Assert.Null(support.TotalGap);
    }

    [Fact]
    public void A_map_without_emotions_has_no_figures()
    {
        MapAnalysis analysis = Journey.Create("Bare", map => map.AddStage("Only", stage => stage.AddTouchpoint("Door"))).Analyze();
        EmotionCurve curve = analysis.Emotions;

        Assert.Single(curve.Moments);
        Assert.Equal([null, null, null, null, null, null], new double?[] { curve.Score, curve.Mean, curve.DurationWeightedMean, curve.PeakEnd, curve.Slope, curve.Range });
        Assert.Null(curve.SignChanges);
        Assert.Null(curve.LargestDrop);
        Assert.Null(curve.BiggestGap);
        Assert.Null(curve.Gaps.Mean);
        Assert.Null(curve.Gaps.Total);
        Assert.Equal(["Everyone", 1L, 1L, .. new object?[12]], analysis.ToTable().Rows[0]);
    }

    [Fact]
    public void One_known_moment_is_peak_and_end()
    {
        EmotionCurve curve = Journey.Create("One", map => map.AddStage("Only", stage => stage.AddTouchpoint("Door", touch => touch.Feels(-1)).AddTouchpoint("Hall"))).Analyze().Emotions;

        Assert.Equal((-1.0, 0.0, 0), (curve.PeakEnd, curve.Range, curve.SignChanges));
        Assert.Same(curve.Peak, curve.End);
        Assert.Null(curve.Slope);
        Assert.Null(curve.LargestDrop);
    }

    [Fact]
    public void Time_weighs_only_where_every_known_moment_has_a_duration()
    {
        Journey timed = Journey.Create("Timed", map => map.AddStage("Only", stage => stage
            .AddTouchpoint("Queue", touch => touch.Feels(-1).Within(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)))
            .AddTouchpoint("Ride", touch => touch.Feels(2).Within(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)))
            .AddTouchpoint("Photo")));

        Assert.Equal(-0.25, timed.Analyze().Emotions.DurationWeightedMean);
        Assert.Null(timed.With(map => map.EditStage("Only", stage => stage.EditTouchpoint("Photo", touch => touch.Feels(1)))).Analyze().Emotions.DurationWeightedMean);
    }

    [Fact]
    public void A_persona_feels_what_is_said_of_her_else_what_is_said_of_everyone_and_only_where_she_comes()
    {
        Journey map = Journey.Create("Two", map => map
            .AddPersona("Ana").AddPersona("Ben")
            .AddStage("Only", stage => stage
                .AddTouchpoint("Advert", touch => touch.For("Ben").Feels(2))
                .AddTouchpoint("Shop", touch => touch.Feels(1, target: 2).Feels(-1, persona: "Ana"))
                .AddTouchpoint("Till", touch => touch.Feels(-2, target: 1, persona: "Ben"))));
        EmotionCurve ana = map.Analyze().EmotionsOf("Ana"), ben = map.Analyze().EmotionsOf("Ben");

        Assert.Equal([("Shop", -1.0, 2.0), ("Till", (double?)null, (double?)null)], ana.Moments.Select(moment => (moment.Touchpoint.Name, moment.Value, moment.Target)));
        Assert.Equal([2.0, 1.0, -2.0], ben.Moments.Select(moment => moment.Value));
        Assert.Equal("Shop", ana.BiggestGap!.Touchpoint.Name);
        Assert.Equal("Till", ben.BiggestGap!.Touchpoint.Name);
        Assert.Equal(0, map.Analyze().Emotions.Moments[1].Value);
        Assert.Equal(["Ana", "Ben"], map.Analyze().PersonaEmotions.Select(curve => curve.Persona!.Name));
        Assert.Contains("\"Ana\", \"Ben\"", Assert.Throws<KeyNotFoundException>(() => map.Analyze().EmotionsOf("Cleo")).Message, StringComparison.Ordinal);
    }
}
