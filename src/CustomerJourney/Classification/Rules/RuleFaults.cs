using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Classification.Rules;

/// <summary>Takes the faults of a document of stage rules and counts those that leave a value unread, so that nothing is said of what was put in its place.</summary>
internal sealed class RuleFaults(DefinitionProblems problems)
{
    /// <summary>How many values could not be read so far.</summary>
    public int Unread { get; private set; }

    /// <summary>Adds that a value cannot be read, or that one is missing in it.</summary>
    public void Add(DocumentValue value, string problem, bool isMissing = false)
    {
        Unread++;
        if (isMissing) problems.AddReadable(value, problem);
        else problems.AddUnreadable(value, problem);
    }

    /// <summary>Adds that the format does not know a value; the others around it can be read.</summary>
    public void AddUnknown(DocumentValue value, string problem) => problems.Add(value, problem);
}
