namespace CustomerJourney;

/// <summary>How bad a pain point is. Maps in JSON write it as 1 to 4.</summary>
public enum Severity
{
    /// <summary>Cosmetic; noticed, hardly felt. 1 in JSON.</summary>
    Info,

    /// <summary>Minor; costs the customer a little time or goodwill. 2 in JSON.</summary>
    Minor,

    /// <summary>Major; some customers give up. 3 in JSON.</summary>
    Major,

    /// <summary>It stops the journey. 4 in JSON.</summary>
    Critical,
}
