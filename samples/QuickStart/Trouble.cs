using CustomerJourney;
using CustomerJourney.Events;

namespace QuickStart;

/// <summary>Says in one line what a user can do something about: wrong arguments and bad files.</summary>
internal static class Trouble
{
    private const int MostProblems = 5;

    /// <returns>The line; <see langword="null"/> for a fault of the program, which should not be hidden.</returns>
    public static string? InOneLine(Exception problem)
    {
        string? text = problem switch
        {
            UsageException => problem.Message,
            JourneyDefinitionException definition => Listed(definition),
            JourneyDataException or InvalidDataException or IOException or UnauthorizedAccessException => problem.Message,
            _ => null,
        };
        return text is null ? null : ConsoleText.Plain($"quickstart: {text}");
    }

    private static string Listed(JourneyDefinitionException definition)
    {
        int more = definition.Problems.Count - MostProblems;
        string subject = definition.Message.Split(" cannot be built", 2)[0];
        return $"{subject}: {string.Join("; ", definition.Problems.Take(MostProblems))}{(more > 0 ? $"; and {more} more" : "")}";
    }
}
