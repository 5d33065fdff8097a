using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>The one figure of a result that a trend follows.</summary>
internal sealed record Measured
{
    // A result's value and the value of its sample differ by rounding alone, or they are different figures.
    private const double Rounding = 1e-9;

    private const double Level = 0.95;

    public required string Title { get; init; }

    public required ResultColumnKind Kind { get; init; }

    public required string? Unit { get; init; }

    public required double? Value { get; init; }

    public required Estimate? Estimate { get; init; }

    public required long Observations { get; init; }

    /// <summary>What the value is computed from; null where it has no sample.</summary>
    public required Sample? Sample { get; init; }

    /// <summary>By how much the sample's value is multiplied to give the value.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The count of people behind the value, by its name, where the result has one.</summary>
    public MetricCount? Base { get; init; }

    public static Measured Of(IComparableResult result, string? figure) =>
        figure is null && result is MetricResult metric ? OfMetric(metric) : OfFigure(result, figure);

    private static Measured OfMetric(MetricResult result)
    {
        Figure? main = result.Figures is [{ } first, ..] ? first : null;
        bool isSame = main is { IsWithheld: false, Sample.Value: { } value } && result.Value is { } shown && Math.Abs((value * main.Scale) - shown) <= Rounding * Math.Max(1, Math.Abs(shown));
        return new Measured
        {
            Title = result.Title,
            Kind = result.ValueKind,
            Unit = result.Unit,
            Value = result.Value is { } finite && double.IsFinite(finite) ? finite : null,
            Estimate = result.Estimate,
            Observations = result.Observations,
            Sample = isSame ? main!.Sample : null,
            Scale = main?.Scale ?? 1,
            Base = result.Counts.Where(count => count.Name == result.BaseCount).Select(count => (MetricCount?)count).FirstOrDefault(),
        };
    }

    private static Measured OfFigure(IComparableResult result, string? name)
    {
        IReadOnlyList<Figure> figures = result.Figures;
        Figure? found = name is null && figures.Count == 1 ? figures[0] : figures.FirstOrDefault(figure => figure.Name == name);
        if (found is null)
        {
            string known = string.Join(", ", figures.Select(figure => $"'{figure.Name}'"));
            throw new ArgumentException(
                name is null ? $"{result.Title} has {figures.Count} figures: name the one to follow with {nameof(TrendOptions)}.{nameof(TrendOptions.Figure)}: {known}."
                : $"{result.Title} has no figure '{name}'; it has {known}.",
                nameof(name));
        }

        // What a result withholds is not to be had by its name either.
        Estimate? estimate = found.IsWithheld ? null : found.Sample.Estimate(Level);
        return new Measured
        {
            Title = found.Name,
            Kind = found is { Sample: ShareSample, Scale: 1 } ? ResultColumnKind.Share : ResultColumnKind.Number,
            Unit = found.Unit,
            Value = found.IsWithheld ? null : found.Sample.Value * found.Scale,
            Estimate = estimate is null ? null : estimate with { Value = estimate.Value * found.Scale, Lower = estimate.Lower * found.Scale, Upper = estimate.Upper * found.Scale },
            Observations = found.Sample.Count,
            Sample = found.IsWithheld || found.Sample.Count == 0 ? null : found.Sample,
            Scale = found.Scale,
        };
    }
}
