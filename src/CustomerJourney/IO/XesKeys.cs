namespace CustomerJourney.IO;

/// <summary>The keys under which XES has what a log needs, and those under which a log's other facts are written.</summary>
internal static class XesKeys
{
    public const string Name = "concept:name";
    public const string Instance = "concept:instance";
    public const string Time = "time:timestamp";
    public const string Transition = "lifecycle:transition";
    public const string Id = "identity:id";

    public const string Prefix = "journey";
    public const string ExtensionAddress = "urn:customer-journey:xes-extension";
    public const string Channel = "journey:channel";
    public const string RecordedAt = "journey:recorded_at";
    public const string Sequence = "journey:sequence";
    public const string Score = "journey:score";
    public const string ScoreKind = "journey:score_kind";
    public const string Question = "journey:question";
    public const string About = "journey:about";
    public const string Value = "journey:value";
    public const string Currency = "journey:currency";

    public const string Start = "start";
    public const string Complete = "complete";

    public const string Namespace = "http://www.xes-standard.org/";

    /// <summary>The keys of events that are facts of the log, not attributes.</summary>
    public static IReadOnlyList<string> OfEvents { get; } = [Name, Time, Id, Channel, RecordedAt, Sequence, Score, ScoreKind, Question, About, Value, Currency];
}
