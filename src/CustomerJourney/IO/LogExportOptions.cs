namespace CustomerJourney.IO;

/// <summary>How a log is exported.</summary>
public sealed record LogExportOptions
{
    /// <summary>The options that are used where none are given: exactly what the log holds.</summary>
    public static LogExportOptions Default { get; } = new();

    /// <summary>
    /// Whether names in CSV that a spreadsheet could take for a formula (those that begin with <c>= + - @</c>, a tab or a line break, but for numbers) get an apostrophe before them.
    /// Not by default, because such names are not read back as they were; <see cref="LogExport.CellsMadeSafe"/> counts them. JSON Lines are not affected.
    /// </summary>
    public bool FormulaSafe { get; init; }

    /// <summary>Is told the number of events written so far, from time to time and at the end.</summary>
    public IProgress<long>? Progress { get; init; }
}
