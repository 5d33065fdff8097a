namespace CustomerJourney.IO;

/// <summary>What a row of a database has in a column.</summary>
internal struct DatabaseCell
{
    /// <summary>Where the text begins in the row's buffer.</summary>
    public int Start;

    /// <summary>How long the text is; 0 where there is nothing.</summary>
    public int Length;

    /// <summary>Whether it is a time and not only its text.</summary>
    public bool IsTime;

    /// <summary>Whether that time is of the clocks of the mapping's zone.</summary>
    public bool IsWallClock;

    /// <summary>The time.</summary>
    public long Ticks;
}
