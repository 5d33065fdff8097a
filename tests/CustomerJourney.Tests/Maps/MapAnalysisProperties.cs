using CustomerJourney.Events;
using CustomerJourney.Maps;
using CustomerJourney.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Maps;

/// <summary>What holds for every map.</summary>
public sealed class MapAnalysisProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void An_analysis_costs_what_is_looked_at()
    {
        Journey map = Journey.Create("J", journey =>
        {
            foreach (int place in Enumerable.Range(0, 1_500)) journey.AddPersona($"P{place}");
            journey.AddStage("S", stage =>
            {
                foreach (int place in Enumerable.Range(0, 1_500)) stage.AddTouchpoint($"T{place}", touch => touch.Feels(1));
            });
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        MapAnalysis analysis = map.Analyze();
        Assert.Equal((1_500, 2_250_000), (analysis.PersonaEmotions.Count, analysis.Personas.Cells.Count));
        Assert.Equal(("T1499", "P1499", 1.0), (analysis.Personas.Cells[^1].Touchpoint.Name, analysis.Personas.Cells[^1].Persona.Name, analysis.PersonaEmotions[1_499].Score));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Same(analysis.PersonaEmotions[7], analysis.PersonaEmotions[7]);
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Personas.Cells[2_250_000]);
    }

    [Fact]
    public void Figures_lie_on_the_scale_and_between_the_values_they_rest_on() =>
        ForAllMaps(analysis => Assert.All(Curves(analysis), curve =>
        {
            double[] values = [.. curve.Moments.Select(moment => moment.Value).OfType<double>()];
            double?[] means = [curve.Score, curve.Mean, curve.PeakEnd, curve.Peak?.Value, curve.End?.Value];
            if (values.Length == 0)
            {
                Assert.All(means, Assert.Null);
                return;
            }

            Assert.All(means, mean => Assert.InRange(mean!.Value, values.Min(), values.Max()));
            Assert.InRange(values.Min(), -2, 2);
            Assert.InRange(values.Max(), -2, 2);
            Assert.Equal(values.Max(Math.Abs), Math.Abs(curve.Peak!.Value!.Value));
            Assert.InRange(curve.SignChanges!.Value, 0, values.Length - 1);
            Assert.All(curve.Gaps.Stages.Where(stage => stage.KnownMoments == 0), stage => Assert.Null(stage.Score));
        }));

    [Fact]
    public void Gaps_of_phases_add_up_to_the_total() =>
        ForAllMaps(analysis => Assert.All(Curves(analysis), curve =>
        {
            double[] parts = [.. curve.Gaps.Phases.Select(phase => phase.TotalGap).Append(curve.Gaps.UnassignedTotal).OfType<double>()];
            Assert.Equal(curve.Gaps.Total is null, parts.Length == 0);
            Assert.Equal(curve.Gaps.Total ?? 0, parts.Sum(), 1e-6);
            Assert.Equal(curve.Gaps.Total ?? 0, curve.Gaps.Stages.Sum(stage => stage.TotalGap) ?? 0, 1e-9);
        }));

    [Fact]
    public void Shares_of_channels_media_and_ownerships_sum_to_1() =>
        ForAllMaps(analysis =>
        {
            int placed = analysis.Journey.Touchpoints.Count(touchpoint => touchpoint.Channel is not null);
            foreach (double?[] shares in new[] { analysis.Channels.Channels.Select(row => row.Share).ToArray(), [.. analysis.Channels.Media.Select(row => row.Share)], [.. analysis.Channels.Ownerships.Select(row => row.Share)] })
            {
                if (placed == 0) Assert.All(shares, share => Assert.Null(share));
                else Assert.Equal(1, shares.Sum()!.Value, 1e-9);
            }
        });

    [Fact]
    public void Rankings_hold_every_part_once_with_the_unknown_last() =>
        ForAllMaps(analysis =>
        {
            PainPoint[] all = [.. analysis.Journey.Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)];
            double?[] weights = [.. analysis.PainPoints.PainPoints.Select(pain => pain.Weight)];
            Assert.Equal(all.ToHashSet(), analysis.PainPoints.PainPoints.Select(pain => pain.PainPoint).ToHashSet());
            Assert.Equal(all.Length, weights.Length);
            Assert.Equal(weights.OrderByDescending(weight => weight ?? -1), weights);
            foreach (OpportunityOrder order in Enum.GetValues<OpportunityOrder>())
                Assert.Equal(analysis.Journey.Opportunities.ToHashSet(), analysis.Opportunities.By(order).Opportunities.ToHashSet());
        });

    [Fact]
    public void Every_part_is_a_table_that_reports_can_write() =>
        ForAllMaps(analysis => Assert.All(Results(analysis), result =>
        {
            ResultTable table = result.ToTable();
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
            Assert.NotEmpty(result.ToJson());
            Assert.NotNull(table.ToCsv());
        }));

    private static IEnumerable<EmotionCurve> Curves(MapAnalysis analysis) => [analysis.Emotions, .. analysis.Journey.Personas.Select(persona => analysis.EmotionsOf(persona.Id))];

    private static IEnumerable<IJourneyResult> Results(MapAnalysis analysis) =>
    [
        analysis, .. Curves(analysis), .. Curves(analysis).Select(curve => curve.Gaps), analysis.PainPoints, analysis.Opportunities, analysis.Personas, analysis.Channels, analysis.ChannelBreaks,
        analysis.Departments,
    ];

    private static void ForAllMaps(Action<MapAnalysis> check) => Prop.ForAll(Seeds, seed => check(AnyMap.Make(seed).Analyze())).QuickCheckThrowOnFailure();
}
