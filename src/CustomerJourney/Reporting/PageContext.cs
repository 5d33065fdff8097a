using System.Globalization;

namespace CustomerJourney.Reporting;

/// <summary>What writers need beside the report: the culture of figures and the texts in its language.</summary>
internal sealed class PageContext(ReportOptions options)
{
    public ReportOptions Options { get; } = options;

    public CultureInfo Culture => Options.Culture;

    public ReportTexts Texts { get; } = ReportTexts.For(options.Culture);
}
