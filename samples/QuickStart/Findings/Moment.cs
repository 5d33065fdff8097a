using CustomerJourney.Events;

namespace QuickStart.Findings;

/// <summary>What can happen to a customer: an event of a name, or anything that belongs to a stage.</summary>
internal sealed record Moment
{
    private Moment(string name, bool isStage) => (Name, IsStage) = (name, isStage);

    public string Name { get; }

    public bool IsStage { get; }

    public static Moment Event(string name) => new(name, isStage: false);

    public static Moment Stage(string name) => new(name, isStage: true);

    /// <summary>The code of the name in a log; -1 where the log does not have it.</summary>
    public int CodeIn(LogSchema schema) => IsStage ? schema.StageCode(Name) : schema.EventCode(Name);

    /// <summary>The position of the first such event at or after a position; -1 if there is none.</summary>
    public int FindIn(in CustomerTrace trace, int code, int from = 0)
    {
        if (code < 0 || from >= trace.Length) return -1;
        int found = IsStage ? trace.Stages[from..].IndexOf((byte)code) : trace.Events[from..].IndexOf((ushort)code);
        return found < 0 ? -1 : from + found;
    }
}
