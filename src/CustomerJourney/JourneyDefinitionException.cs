namespace CustomerJourney;

/// <summary>A definition (a map, a classifier, a document) cannot be built; every problem found is listed.</summary>
public sealed class JourneyDefinitionException : Exception
{
    internal JourneyDefinitionException(string subject, IReadOnlyList<string> problems)
        : base(Describe(subject, problems)) => Problems = [.. problems];

    /// <summary>All problems of the definition, in the order in which they were met; never empty. Each names the thing, the value and what is allowed.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Describe(string subject, IReadOnlyList<string> problems) =>
        problems.Count == 1
            ? $"{subject} cannot be built: {problems[0]}"
            : $"{subject} cannot be built, {problems.Count} problems:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  - {problem}"))}";
}
