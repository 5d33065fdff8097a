using System.Text.Json;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.RealData;

/// <summary>Figures of a data set, computed by other software: <c>shared/data/facts</c>.</summary>
internal static class FactSheet
{
    public static JsonElement Of(string dataSet)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("data", "facts", $"{dataSet}.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Compares count, least, median, mean and greatest of durations with those of a sheet. The mean is that of exact ticks, so it may differ in the last digits of a double.</summary>
    public static void AssertSame(JsonElement sheet, IEnumerable<TimeSpan> durations, TimeSpan unit)
    {
        double[] values = [.. durations.Select(duration => duration / unit).Order()];

        Assert.Equal(sheet.GetProperty("n").GetInt32(), values.Length);
        if (values.Length == 0) return;
        Assert.Equal(sheet.GetProperty("min").GetDouble(), values[0]);
        Assert.Equal(sheet.GetProperty("median").GetDouble(), (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2);
        Assert.Equal(sheet.GetProperty("mean").GetDouble(), values.Average(), precision: 9);
        Assert.Equal(sheet.GetProperty("max").GetDouble(), values[^1]);
    }
}
