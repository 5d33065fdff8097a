using System.Globalization;

namespace CustomerJourney;

/// <summary>A definition (a map, a classifier, a document) cannot be built; every problem found is listed.</summary>
public sealed class JourneyDefinitionException : Exception
{
    /// <summary>A hostile document can have a million problems; the message shows the first of them, <see cref="Problems"/> has all.</summary>
    private const int MostShown = 50;

    internal JourneyDefinitionException(string subject, IReadOnlyList<string> problems)
        : base(Describe(subject, problems)) => Problems = [.. problems];

    /// <summary>All problems of the definition, up to 10,000 and then how many more; never empty. Those of code come in the order in which they were met, those of a document in line order with JSON path and line. Each names the thing, the value and what is allowed.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Describe(string subject, IReadOnlyList<string> problems)
    {
        if (problems.Count == 1) return $"{subject} cannot be built: {problems[0]}";
        string shown = string.Concat(problems.Take(MostShown).Select(problem => $"{Environment.NewLine}  - {problem}"));
        string rest = problems.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}  and {problems.Count - MostShown} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{subject} cannot be built, {problems.Count} problems:{shown}{rest}");
    }
}
