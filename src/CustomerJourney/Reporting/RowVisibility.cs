namespace CustomerJourney.Reporting;

/// <summary>Whether the figures of a row are shown.</summary>
internal enum RowVisibility
{
    Shown,

    /// <summary>Hidden because its group is below the limit.</summary>
    TooSmall,

    /// <summary>Hidden so that a row that is too small cannot be computed from a total.</summary>
    Protecting,
}
