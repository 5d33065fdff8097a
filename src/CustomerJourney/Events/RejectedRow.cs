using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>A row that was not taken into the log.</summary>
public sealed record RejectedRow
{
    /// <summary>Which of several sources the row is from, as the reader was given it, such as the path of a file; <see langword="null"/> where the log has a single source.</summary>
    public string? Source { get; init; }

    /// <summary>Where the row begins: the 1-based line of the file, or the 1-based position in a sequence of events; 0 where no single row is at fault.</summary>
    public required long Line { get; init; }

    /// <summary>The name of the column at fault.</summary>
    public required string Column { get; init; }

    /// <summary>The value at fault, cut after as many characters as <see cref="ReadLimits.RejectedValueLength"/> allows.</summary>
    public required string Value { get; init; }

    /// <summary>What is wrong, and what is allowed.</summary>
    public required string Reason { get; init; }

    /// <summary>The row in one sentence on one line: line breaks and control characters of a hostile source are shown as escapes.</summary>
    public override string ToString()
    {
        string where = Line > 0 ? $"line {Line}, {Column} '{Value}'" : Column;
        return VisibleText.Of(Source is null ? $"{where}: {Reason}" : $"{Source}, {where}: {Reason}");
    }
}
