namespace CustomerJourney.Tests.Statistics;

/// <summary>Equality of doubles up to a relative or absolute tolerance, with both numbers in full in the message.</summary>
internal static class Near
{
    public static void Equal(double expected, double? actual, double relative = 1e-9, double absolute = 0)
    {
        Assert.NotNull(actual);
        Assert.True(
            Math.Abs(actual.Value - expected) <= Math.Max(absolute, relative * Math.Abs(expected)),
            $"expected {expected:R}, got {actual.Value:R}");
    }
}
