namespace CustomerJourney.Statistics.Survival;

/// <summary>The scale on which the confidence limits of a survival curve are symmetric. Packages differ in their default, so name it beside a figure.</summary>
public enum SurvivalIntervalMethod
{
    /// <summary>log(−log S): S^exp(±zσ/|ln S|). Always within 0…1, good for small samples; the default here and of SAS (Kalbfleisch &amp; Prentice, 1980).</summary>
    LogLog,

    /// <summary>log S: S·exp(±zσ), capped at 1; the default of R.</summary>
    Log,

    /// <summary>S ± z·SE, cut to 0…1; too low near 1 and too high near 0 in small samples.</summary>
    Plain,
}
