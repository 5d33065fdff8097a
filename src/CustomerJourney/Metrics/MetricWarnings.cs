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

    public static List<MetricWarning> Of(MetricResult result, long invalid = 0) => Of(result, invalid, "its observations are all alike");

    private static List<MetricWarning> Of(MetricResult result, long invalid, string whyNoWidth)
    {
        List<MetricWarning> warnings = [];
        long observations = result.Observations;
        if (result.Value is not null && observations < VeryFew)
            warnings.Add(Warning(MetricWarningKind.VeryFewObservations, $"{result.Title} rests on {CountText.Of(observations, "observation")}: too few to be reported as a trend.", Invariant($"rest on fewer than {VeryFew} observations, too few to be reported as a trend")));
        else if (result.Value is not null && observations < result.FewObservations)
            warnings.Add(Warning(MetricWarningKind.FewObservations, $"{result.Title} rests on {CountText.Of(observations, "observation")}: expect a wide interval below {result.FewObservations}.", Invariant($"rest on {VeryFew} to {result.FewObservations - 1} observations, so expect wide intervals")));
        if (result.Estimate is { } estimate && result.WideInterval is { } wide && estimate.Upper - estimate.Lower > wide)
            warnings.Add(Warning(MetricWarningKind.WideInterval, $"The interval of {result.Title} is {MetricText.Range(estimate, result.ValueKind, CultureInfo.InvariantCulture)}: too wide to say much.", "have intervals too wide to say much"));
        // Times are often whole days, so that both limits of a median may well be the same day.
        if (result.Estimate is { } point && point.Lower.Equals(point.Upper) && result.ValueKind != ResultColumnKind.Duration)
            warnings.Add(Warning(MetricWarningKind.NoWidth, $"The interval of {result.Title} ({point.Method}) has no width, because {whyNoWidth}: that does not make the value certain.", "have an interval without width, because nothing varies in them, which does not make their values certain"));
        // Where there is no value because answers are on another scale, the reason says so already.
        if (invalid > 0 && invalid >= ManyInvalidShare * (invalid + observations) && result.WhyNoValue is not { Reason: NoValueReason.WrongScale or NoValueReason.MixedScales })
            warnings.Add(Warning(MetricWarningKind.ManyInvalid, $"{invalid} of {CountText.Of(invalid + observations, "observation")} {CountText.Be(invalid)} invalid: look at what was left out before {result.Title} is used.", "have invalid observations, one in twenty or more, so look at what was left out"));
        return warnings;
    }

    /// <summary>The same for observations of which several come from one customer: it is the customers that make a sample.</summary>
    public static List<MetricWarning> OfClusters(MetricResult result, long customers, long invalid = 0)
    {
        List<MetricWarning> warnings = Of(result, invalid, "the observations of every customer come to the same");
        if (result.Value is null || customers >= result.FewObservations) return warnings;
        bool isVeryFew = customers < VeryFew;
        if (isVeryFew ? result.Observations < VeryFew : result.Observations < result.FewObservations) return warnings;

        // Said of customers, it need not be said of their observations too.
        warnings.RemoveAll(warning => warning.Kind == MetricWarningKind.FewObservations);
        warnings.Insert(0, isVeryFew
            ? Warning(MetricWarningKind.VeryFewObservations, $"{result.Title} rests on {CountText.Of(customers, "customer")}, however many their {result.Observations} observations are: too few to be reported as a trend.", Invariant($"rest on fewer than {VeryFew} customers, however many their observations are, too few to be reported as a trend"))
            : Warning(MetricWarningKind.FewObservations, $"{result.Title} rests on {customers} customers, however many their {result.Observations} observations are: expect a wide interval below {result.FewObservations}.", Invariant($"rest on {VeryFew} to {result.FewObservations - 1} customers, however many their observations are, so expect wide intervals")));
        return warnings;
    }

    public static IReadOnlyList<string> Sentences(IReadOnlyList<MetricWarning> warnings) => [.. warnings.Select(warning => warning.Message)];

    /// <param name="kind">What it is about.</param>
    /// <param name="message">The sentence.</param>
    /// <param name="ofSeveral">What several groups of which it is true do, to be said of them at once; <see langword="null"/> where it can only be said of each.</param>
    public static MetricWarning Warning(MetricWarningKind kind, FormattableString message, string? ofSeveral = null) =>
        new() { Kind = kind, Message = Invariant(message), OfSeveral = ofSeveral };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
