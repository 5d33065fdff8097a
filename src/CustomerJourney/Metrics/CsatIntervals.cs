using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Intervals of shares by name.</summary>
internal static class CsatIntervals
{
    public static Estimate? Of(ShareSample sample, CsatInterval interval, double level) => interval switch
    {
        CsatInterval.Wilson => ProportionInterval.Wilson(sample.Hits, sample.Total, level),
        CsatInterval.AgrestiCoull => ProportionInterval.AgrestiCoull(sample.Hits, sample.Total, level),
        CsatInterval.ClopperPearson => ProportionInterval.ClopperPearson(sample.Hits, sample.Total, level),
        CsatInterval.Jeffreys => ProportionInterval.Jeffreys(sample.Hits, sample.Total, level),
        CsatInterval.WilsonContinuityCorrected => ProportionInterval.WilsonContinuityCorrected(sample.Hits, sample.Total, level),
        _ => ProportionInterval.Wald(sample.Hits, sample.Total, level),
    };
}
