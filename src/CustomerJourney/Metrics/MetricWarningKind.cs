namespace CustomerJourney.Metrics;

/// <summary>What to heed when a figure is read. A warning never changes a figure.</summary>
public enum MetricWarningKind
{
    /// <summary>Fewer than 10 observations: not to be reported as a trend.</summary>
    VeryFewObservations,

    /// <summary>Fewer observations than the metric needs for an interval of a useful width: 30, and 50 for a net score.</summary>
    FewObservations,

    /// <summary>The interval is so wide that the figure says little.</summary>
    WideInterval,

    /// <summary>Many figures are looked at, so that some stand out by chance alone.</summary>
    ManyLooks,

    /// <summary>A notable part of what was observed could not be used.</summary>
    ManyInvalid,

    /// <summary>What was put together may not be alike: several questions, or several scales.</summary>
    MixedQuestions,

    /// <summary>A property of the data that the method behind the figure assumes does not hold.</summary>
    Assumption,

    /// <summary>What the method behind the figure says of the data that it was given: where a curve rests on few, which parameters are uncertain.</summary>
    Method,

    /// <summary>The interval has no width, because the method behind it sees no variation: all observations are equal. It does not mean certainty.</summary>
    NoWidth,

    /// <summary>Answers to another version of the question stand beside those that count.</summary>
    OtherVersion,
}
