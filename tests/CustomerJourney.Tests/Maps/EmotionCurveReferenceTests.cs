using System.Text.Json;
using CustomerJourney.Maps;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Maps;

/// <summary>Curves against figures that numpy computed (metric <c>emotion.curve</c> of the shared reference values).</summary>
public sealed class EmotionCurveReferenceTests
{
    [Fact]
    public void Nine_moments_have_the_figures_of_the_reference()
    {
        EmotionCurve curve = CurveOf([0.93, 0.87, 0.88, 0.2, -0.71, 0.27, -0.66, 0.52, 0.54], [1.7, 19.8, 11.4, 3.6, 5.1, 3.0, 3.7, 14.9, 7.4]);

        Assert.Equal(0.31555555555555553, curve.Mean!.Value, 12);
        Assert.Equal(0.5106232294617563, curve.DurationWeightedMean!.Value, 12);
        Assert.Equal((0.93, 0.54), (curve.Peak!.Value, curve.End!.Value));
        Assert.Equal(0.735, curve.PeakEnd!.Value, 12);
        Assert.Equal(-0.09366666666666672, curve.Slope!.Value, 12);
        Assert.Equal(1.64, curve.Range!.Value, 12);
        Assert.Equal(-0.93, curve.LargestDrop!.Change, 12);
        Assert.Equal(4, curve.SignChanges);
    }

    [Fact]
    public void Six_moments_with_a_negative_peak_have_the_figures_of_the_reference()
    {
        EmotionCurve curve = CurveOf([-0.98, 0.35, 0.49, 0.84, -0.32, -0.88], [14.9, 14.2, 6.8, 16.8, 3.6, 1.6]);

        Assert.Equal(0.0907081174438687, curve.DurationWeightedMean!.Value, 12);
        Assert.Equal(-0.93, curve.PeakEnd!.Value, 12);
        Assert.Equal(-0.033142857142857154, curve.Slope!.Value, 12);
        Assert.Equal(-1.16, curve.LargestDrop!.Change, 12);
        Assert.Equal(2, curve.SignChanges);
    }

    [SharedFact("oracles", "metrics", "classification.json")]
    public void All_curves_of_the_reference_are_met()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "classification.json")));
        JsonElement[] cases = [.. file.RootElement.GetProperty("cases").EnumerateArray().Where(entry => entry.GetProperty("metric").GetString() == "emotion.curve")];

        Assert.NotEmpty(cases);
        Assert.All(cases, entry =>
        {
            EmotionCurve curve = CurveOf(Numbers(entry, "valence"), Numbers(entry, "durationMinutes"));
            JsonElement expected = entry.GetProperty("expected");
            Near(expected, "mean", curve.Mean);
            Near(expected, "durationWeightedMean", curve.DurationWeightedMean);
            Near(expected, "absolutePeak", curve.Peak?.Value);
            Near(expected, "end", curve.End?.Value);
            Near(expected, "peakEndAbsolute", curve.PeakEnd);
            Near(expected, "slopePerStep", curve.Slope);
            Near(expected, "range", curve.Range);
            Near(expected, "largestDrop", curve.LargestDrop?.Change);
            Near(expected, "signChanges", curve.SignChanges);
        });
    }

    private static double[] Numbers(JsonElement entry, string name) => [.. entry.GetProperty("input").GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static void Near(JsonElement expected, string name, double? actual) => Assert.Equal(expected.GetProperty(name).GetDouble(), actual!.Value, 1e-9);

    private static EmotionCurve CurveOf(double[] valences, double[] minutes) => Journey.Create("Reference", map => map.AddStage("Only", stage =>
    {
        for (int i = 0; i < valences.Length; i++)
        {
            TimeSpan duration = TimeSpan.FromSeconds(Math.Round(minutes[i] * 60));
            double valence = valences[i];
            stage.AddTouchpoint($"Moment {i}", touch => touch.Feels(valence).Within(duration, duration));
        }
    })).Analyze().Emotions;
}
