using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>What most metrics warn of.</summary>
internal static class MetricWarnings
{
    /// <summary>Below so many observations a figure is not to be reported as a trend.</summary>
    public const long VeryFew = 10;

    /// <summary>Below so many observations the interval of a share or a mean is wide.</summary>
    public const long Few = 30;

    /// <summary>A share whose interval is wider says little more than that it is neither near 0 nor near 1.</summary>
    public const double WideShare = 0.3;

    // A sample of which one observation in twenty cannot be used may be biased.
    private const double ManyInvalidShare = 0.05;

    public static List<MetricWarning> Of(MetricResult result, long invalid = 0)
    {
        List<MetricWarning> warnings = [];
        long observations = result.Observations;
        if (result.Value is not null && observations < VeryFew)
            warnings.Add(Warning(MetricWarningKind.VeryFewObservations, $"{result.Title} rests on {Observed(observations)}: too few to be reported as a trend.", Invariant($"rest on fewer than {VeryFew} observations, too few to be reported as a trend")));
        else if (result.Value is not null && observations < result.FewObservations)
            warnings.Add(Warning(MetricWarningKind.FewObservations, $"{result.Title} rests on {Observed(observations)}: expect a wide interval below {result.FewObservations}.", Invariant($"rest on {VeryFew} to {result.FewObservations - 1} observations, so expect wide intervals")));
        if (result.Estimate is { } estimate && result.WideInterval is { } wide && estimate.Upper - estimate.Lower > wide)
            warnings.Add(Warning(MetricWarningKind.WideInterval, $"The interval of {result.Title} is {MetricText.Range(estimate, result.ValueKind, CultureInfo.InvariantCulture)}: too wide to say much.", "have intervals too wide to say much"));
        // Times are often whole days, so that both limits of a median may well be the same day.
        if (result.Estimate is { } point && point.Lower.Equals(point.Upper) && result.ValueKind != ResultColumnKind.Duration)
            warnings.Add(Warning(MetricWarningKind.NoWidth, $"The interval of {result.Title} ({point.Method}) has no width, because its observations are all alike: that does not make the value certain.", "have an interval without width, because their observations are all alike, which does not make their values certain"));
        if (invalid > 0 && invalid >= ManyInvalidShare * (invalid + observations))
            warnings.Add(Warning(MetricWarningKind.ManyInvalid, $"{invalid} of {invalid + observations} observations {(invalid == 1 ? "is" : "are")} invalid: look at what was left out before {result.Title} is used.", "have invalid observations, one in twenty or more, so look at what was left out"));
        return warnings;
    }

    /// <summary>The same for observations of which several come from one customer: it is the customers that make a sample.</summary>
    public static List<MetricWarning> OfClusters(MetricResult result, long customers, long invalid = 0)
    {
        List<MetricWarning> warnings = Of(result, invalid);
        if (result.Value is null) return warnings;
        if (customers < VeryFew && result.Observations >= VeryFew)
            warnings.Insert(0, Warning(MetricWarningKind.VeryFewObservations, $"{result.Title} rests on {customers} {(customers == 1 ? "customer" : "customers")}, however many their {result.Observations} observations are: too few to be reported as a trend.", Invariant($"rest on fewer than {VeryFew} customers, however many their observations are, too few to be reported as a trend")));
        else if (customers >= VeryFew && customers < result.FewObservations && result.Observations >= result.FewObservations)
            warnings.Insert(0, Warning(MetricWarningKind.FewObservations, $"{result.Title} rests on {customers} customers, however many their {result.Observations} observations are: expect a wide interval below {result.FewObservations}.", Invariant($"rest on {VeryFew} to {result.FewObservations - 1} customers, however many their observations are, so expect wide intervals")));
        return warnings;
    }

    public static IReadOnlyList<string> Sentences(IReadOnlyList<MetricWarning> warnings) => [.. warnings.Select(warning => warning.Message)];

    private static string Observed(long count) => count == 1 ? "1 observation" : string.Create(CultureInfo.InvariantCulture, $"{count} observations");

    public static MetricWarning Warning(MetricWarningKind kind, FormattableString message, string? ofSeveral = null) =>
        new() { Kind = kind, Message = Invariant(message), OfSeveral = ofSeveral };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
