using CustomerJourney.Building.Documents;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Stage rules as a JSON document: the names of its properties, and how it is written. The same definition gives the same bytes; nulls and empty lists are left out, what has a usual value is written.</summary>
internal static class StageRulesDocument
{
    public const string Version = "1.0";
    public const string Count = "count";
    public const string Total = "total";
    public const string Sequence = "sequence";
    public const string Silence = "silence";

    /// <summary>How many levels a document has: the document, its rules, a rule, its steps, a step, its attributes, an attribute.</summary>
    public const int Levels = 7;

    /// <summary>Writes a definition whose values are right.</summary>
    public static DocumentValue Write(StageRules rules) => Object(
        ("formatVersion", Text(Version)),
        ("current", Text(DocumentWords<CurrentStageRule>.Default[rules.Current])),
        ("halfLife", Duration(rules.HalfLife)),
        ("dormantAfter", Duration(rules.DormantAfter)),
        ("history", rules.History is null ? null : Write(rules.History, stage => stage)),
        ("rules", List(rules.Rules.Select(rule => Write(rule, stage => stage, rule.Name)))));

    /// <summary>Writes one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="stageOf">How its stage is written.</param>
    /// <param name="name">What it is called; null to leave that out.</param>
    public static DocumentValue Write(StageRule rule, Func<string, string> stageOf, string? name)
    {
        (string, DocumentValue?) stage = ("stage", Text(stageOf(rule.Stage))), called = ("name", Text(name));
        return rule switch
        {
            CountRule count => Object(("kind", Text(Count)), stage, called, ("when", Write(count.When)), ("times", DocumentValue.Number(count.Times)), ("within", Duration(count.Within))),
            TotalValueRule total => Object(("kind", Text(Total)), stage, called, ("when", Write(total.When)), ("atLeast", Number(total.AtLeast)), ("currency", Text(total.Currency))),
            SequenceRule sequence => Object(("kind", Text(Sequence)), stage, called, ("steps", List(sequence.Steps.Select(Write))), ("without", List(sequence.Without.Select(Write))), ("within", Duration(sequence.Within))),
            SilenceRule silence => Object(("kind", Text(Silence)), stage, called, ("of", Write(silence.Of)), ("silence", Duration(silence.Silence))),
            _ => throw new ArgumentException($"There is no way to write {rule.GetType()}.", nameof(rule)),
        };
    }

    /// <summary>Writes the history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="stageOf">How stages are written.</param>
    public static DocumentValue Write(StageHistory history, Func<string, string> stageOf) => Object(
        ("prefix", Text(history.Prefix)),
        ("stages", List(history.Stages.Select(stated => Object(("stated", Text(stated.Stated)), ("stage", Text(stageOf(stated.Stage))))))));

    public static DocumentValue Object(params ReadOnlySpan<(string Name, DocumentValue? Value)> members)
    {
        List<DocumentMember> held = [];
        foreach ((string name, DocumentValue? value) in members)
        {
            if (value is not null) held.Add(new DocumentMember(name, value));
        }

        return DocumentValue.Object(held);
    }

    public static DocumentValue? Text(string? text) => text is null ? null : DocumentValue.Text(text);

    public static DocumentValue? List(IEnumerable<DocumentValue> items) => items.ToArray() is { Length: > 0 } all ? DocumentValue.List(all) : null;

    public static DocumentValue? Duration(TimeSpan? duration) => duration is { } time ? DocumentValue.Text(RuleDuration.ToText(time)) : null;

    /// <summary>The attributes that an event must have, in the order given.</summary>
    public static DocumentValue? Write(IEnumerable<EventCondition> conditions) =>
        List(conditions.Select(condition => Object(("attribute", Text(condition.Attribute)), ("value", Text(condition.Value)))));

    private static DocumentValue Write(EventPattern pattern) => Object(
        ("event", Text(pattern.Event)),
        ("channel", Text(pattern.Channel)),
        ("attributes", Write(pattern.Conditions)),
        ("minimumValue", Number(pattern.MinimumValue)),
        ("currency", Text(pattern.Currency)),
        ("feedback", pattern.Feedback is { } kind ? Text(DocumentWords<FeedbackKind>.Default[kind]) : null),
        ("minimumScore", Number(pattern.MinimumScore)),
        ("maximumScore", Number(pattern.MaximumScore)));

    private static DocumentValue? Number(decimal? number) => number is { } amount ? DocumentValue.Digits(RuleText.Number(amount)) : null;

    // Zero and minus zero are equal, and what is equal is written the same.
    private static DocumentValue? Number(double? number) => number is { } score ? DocumentValue.Number(score + 0.0) : null;
}
