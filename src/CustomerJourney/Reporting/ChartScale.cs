namespace CustomerJourney.Reporting;

/// <summary>A linear axis with round ticks.</summary>
internal sealed class ChartScale
{
    private const int WantedTicks = 5;
    private readonly double _left;
    private readonly double _width;

    private ChartScale(double minimum, double maximum, double left, double width)
    {
        (Minimum, Maximum, _left, _width) = (minimum, maximum, left, width);
        Step = RoundStep((maximum - minimum) / WantedTicks);
    }

    public double Minimum { get; }

    public double Maximum { get; }

    /// <summary>The distance of two ticks: 1, 2 or 5 times a power of ten.</summary>
    public double Step { get; }

    /// <summary>The digits after the point that a tick needs.</summary>
    public int Decimals => Math.Clamp(-(int)Math.Floor(Math.Log10(Step) + 1e-9), 0, 15);

    /// <summary>Where bars begin: at zero, or at the end of the axis that lies nearest to it.</summary>
    public double Origin => Math.Clamp(0, Minimum, Maximum);

    /// <summary>An axis over the figures and zero; an end that is not given lies on a tick. Null where there are no figures or no axis can hold them.</summary>
    public static ChartScale? Over(IReadOnlyList<double> figures, double? minimum, double? maximum, double left, double width)
    {
        double[] finite = [.. figures.Where(double.IsFinite)];
        if (finite.Length == 0) return null;
        double begin = minimum ?? Math.Min(0, finite.Min());
        double end = maximum ?? Math.Max(0, finite.Max());
        if (end <= begin) (begin, end) = minimum is null && maximum is not null ? (end - 1, end) : (begin, begin + 1);
        if (!double.IsFinite(end - begin) || !(end > begin)) return null;
        double step = RoundStep((end - begin) / WantedTicks);
        // The tolerance keeps a figure that lies on a tick but for rounding from opening another interval; the figure still bounds the axis.
        if (minimum is null) begin = Math.Min(begin, Math.Floor((begin / step) + 1e-9) * step);
        if (maximum is null) end = Math.Max(end, Math.Ceiling((end / step) - 1e-9) * step);
        return double.IsFinite(end - begin) && step > 0 ? new(begin, end, left, width) : null;
    }

    /// <summary>The place of a figure; one beyond the axis lies at its end.</summary>
    public double At(double figure) => _left + ((Math.Clamp(figure, Minimum, Maximum) - Minimum) / (Maximum - Minimum) * _width);

    public IEnumerable<double> Ticks()
    {
        double first = Math.Ceiling((Minimum / Step) - 1e-9);
        for (int i = 0; i <= 4 * WantedTicks; i++)
        {
            double tick = (first + i) * Step;
            if (tick > Maximum + (Step * 1e-9)) yield break;
            yield return tick;
        }
    }

    private static double RoundStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 + 1e-9 => power,
            <= 2 + 1e-9 => 2 * power,
            <= 5 + 1e-9 => 5 * power,
            _ => 10 * power,
        };
    }
}
