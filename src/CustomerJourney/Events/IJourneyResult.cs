namespace CustomerJourney.Events;

/// <summary>The answer to an analysis: anything that has a title and can be laid out as a flat, typed table.</summary>
public interface IJourneyResult
{
    /// <summary>What the result is, in a few words.</summary>
    string Title { get; }

    /// <summary>The result as columns and rows, the counts included. Never <see langword="null"/>; a result without data has rows with empty cells.</summary>
    ResultTable ToTable();

    /// <summary>What to heed when the result is read, in sentences: why there is no value, and warnings. Empty by default and where nothing stands out. Reports print them below the table.</summary>
    IReadOnlyList<string> Remarks => [];
}
