using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Checks;

/// <summary>All findings of a check. Prints as text, Markdown, JSON and SARIF, and as a table in reports. Equal by value.</summary>
public sealed record CheckReport : IJourneyResult
{
    /// <summary>The id of the map; <see langword="null"/> when a document was checked that states none.</summary>
    public string? JourneyId { get; init; }

    /// <summary>The day of the check.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>The findings: by element in the order of the map, then by rule. Empty when all is well.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = EquatableList.Of(value); }

    /// <summary>The findings that the options suppressed, in the same order.</summary>
    public IReadOnlyList<Finding> Suppressed { get; init => field = EquatableList.Of(value); } = EquatableList<Finding>.Empty;

    /// <summary>The suppressions that met no finding, so that they can be taken out; empty when all did.</summary>
    public IReadOnlyList<string> UnusedSuppressions { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Why no map could be built of the document, so that only CJ001 to CJ003 were asked; empty when all rules were.</summary>
    public IReadOnlyList<string> Unreadable { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Whether there is a finding that is an error and not suppressed, or no map could be built.</summary>
    public bool HasErrors => Unreadable.Count > 0 || Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>The ids of the users' rules that were asked.</summary>
    internal IReadOnlyList<string> UserRules { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>The number of findings of a severity that are not suppressed.</summary>
    /// <param name="severity">The severity.</param>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <inheritdoc/>
    public string Title => $"Checks of {(JourneyId is null ? "a document" : Phrase.Quote(JourneyId))} as of {Phrase.Date(AsOf)}";

    /// <summary>One row a finding that is not suppressed, so that a report can show them; what could not be read comes first, without a rule. There is a column for lines when a document was checked.</summary>
    public ResultTable ToTable() => CheckTable.Of(this);

    /// <summary>The report as plain text, one finding a paragraph, for a console. Lines end with \n.</summary>
    public string ToText() => CheckTextWriter.Write(this);

    /// <summary>The report as Markdown, one finding a row of a table, for a pull request. Nothing in the map's texts can become markup. Lines end with \n.</summary>
    public string ToMarkdown() => CheckMarkdownWriter.Write(this);

    /// <summary>The report as JSON: counts, findings, suppressed findings. Lines end with \n.</summary>
    public string ToJson() => CheckJsonWriter.Write(this);

    /// <summary>The report as SARIF 2.1.0 (OASIS, 2020), which build servers show beside the source. Suppressed findings are in it, marked as such. Lines end with \n.</summary>
    /// <param name="document">
    /// The path or address of the map's file, relative to the root of the repository, such as <c>maps/shop.journey.json</c>: some servers show only findings that name a file. Findings name the part of the map alone when it is left out.
    /// With it, each finding has the line of <see cref="Finding.Line"/>, and line 1 where that is not known.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="document"/> is blank.</exception>
    public string ToSarif(string? document = null)
    {
        if (document is not null) ArgumentException.ThrowIfNullOrWhiteSpace(document);
        return CheckSarifWriter.Write(this, document);
    }

    /// <summary>The counts, such as "2 errors, 1 warning, 4 infos, 1 suppressed".</summary>
    public override string ToString() => CheckTextWriter.Counts(this);
}
