using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Reads stage rules from their JSON document. All faults of the text and of the values are gathered, each with path and line.</summary>
internal sealed class StageRulesReader
{
    private const string Subject = "The document of stage rules";
    private static readonly EventPattern Unread = new();
    private readonly RuleFaults _faults;

    private StageRulesReader(RuleFaults faults) => _faults = faults;

    /// <summary>A thousand rules have some 500 KB; no document that is written comes near the most values.</summary>
    public static JourneyReadOptions Limits { get; } = new() { MaximumBytes = 4 * 1024 * 1024, MaximumDepth = StageRulesDocument.Levels + 1 };

    /// <exception cref="JourneyDefinitionException">The document is none of stage rules; all its faults are listed.</exception>
    public static StageRules Read(string json)
    {
        if (json.Length > Limits.MaximumBytes) throw new JourneyDefinitionException(Subject, [DocumentParser.TooLarge(Limits)]);
        if (!RuleValues.IsUnicode(json)) throw new JourneyDefinitionException(Subject, ["it holds half of a surrogate pair; allowed is any valid Unicode text"]);
        return Read(System.Text.Encoding.UTF8.GetBytes(json));
    }

    private static StageRules Read(ReadOnlySpan<byte> utf8)
    {
        DefinitionProblems problems = new();
        StageRules? rules = DocumentParser.Parse(utf8, problems, Limits) is { } root ? new StageRulesReader(new RuleFaults(problems)).ReadDocument(root, problems) : null;
        return rules is null || problems.Any ? throw new JourneyDefinitionException(Subject, problems.All) : rules;
    }

    private StageRules? ReadDocument(DocumentValue root, DefinitionProblems problems)
    {
        if (RuleObject.Open(root, "the document", _faults) is not { } document) return null;
        if (document.Text(document.Require("formatVersion")) is { } version && version != StageRulesDocument.Version)
        {
            // What another version means is not known, so nothing else of it can be judged.
            _faults.Add(root.Member("formatVersion")!, $"the format version is {RuleText.Name(version)}; this version of the library reads {StageRulesDocument.Version}");
            return null;
        }

        StageRules rules = new()
        {
            Current = document.OneOf<CurrentStageRule>("current") ?? StageRules.None.Current,
            HalfLife = document.Duration("halfLife") ?? StageRules.None.HalfLife,
            DormantAfter = document.Duration("dormantAfter"),
            History = RuleObject.Open(document.Take("history"), "a history", _faults) is { } history ? ReadHistory(history) : null,
        };
        StageRule?[] read = [.. document.Objects(document.Take("rules"), "a rule").Select(ReadRule)];
        document.End();
        StageRulesCheck.OfDocument(rules, read, root, problems);
        return problems.Any ? null : rules with { Rules = [.. read.OfType<StageRule>()] };
    }

    private StageHistory ReadHistory(RuleObject history)
    {
        int before = _faults.Unread;
        string prefix = history.Text("prefix") ?? new StageHistory().Prefix;
        List<StatedStage> stages = [];
        foreach (RuleObject? stated in history.Objects(history.Take("stages"), "a stated stage"))
        {
            if (stated is null) continue;
            string? words = stated.Text(stated.Require("stated")), stage = stated.Text(stated.Require("stage"));
            if (words is not null && stage is not null) stages.Add(new StatedStage { Stated = words, Stage = stage });
            stated.End();
        }

        history.End();
        // Where one could not be read, the places of the others would be told wrong.
        return new StageHistory { Prefix = prefix, Stages = _faults.Unread == before ? stages : [] };
    }

    /// <summary>Null where something of the rule cannot be read.</summary>
    private StageRule? ReadRule(RuleObject? rule)
    {
        if (rule is null) return null;
        int before = _faults.Unread;
        DocumentValue? kindValue = rule.Require("kind");
        string? kind = rule.Text(kindValue);
        string stage = rule.Text(rule.Require("stage")) ?? "";
        string? name = rule.Text("name");
        StageRule? read = null;
        switch (kind)
        {
            case StageRulesDocument.Count:
                read = new CountRule { Stage = stage, Name = name, When = ReadPattern(rule, "when"), Times = rule.Whole("times") ?? 1, Within = rule.Duration("within") };
                break;
            case StageRulesDocument.Total:
                read = new TotalValueRule { Stage = stage, Name = name, When = ReadPattern(rule, "when"), AtLeast = rule.Amount(rule.Require("atLeast")) ?? 0, Currency = rule.Text("currency") };
                break;
            case StageRulesDocument.Sequence:
                read = new SequenceRule { Stage = stage, Name = name, Steps = ReadPatterns(rule, rule.Require("steps")), Without = ReadPatterns(rule, rule.Take("without")), Within = rule.Duration("within") };
                break;
            case StageRulesDocument.Silence:
                read = new SilenceRule { Stage = stage, Name = name, Of = ReadPattern(rule, "of"), Silence = rule.Duration(rule.Require("silence")) ?? TimeSpan.Zero };
                break;
            case not null:
                _faults.Add(kindValue!, $"it is {RuleText.Name(kind)}; allowed are {StageRulesDocument.Count}, {StageRulesDocument.Total}, {StageRulesDocument.Sequence}, {StageRulesDocument.Silence}");
                break;
        }

        // Which properties a rule may have is known by its kind.
        if (read is not null) rule.End();
        return _faults.Unread == before ? read : null;
    }

    private EventPattern ReadPattern(RuleObject rule, string property) => ReadPattern(RuleObject.Open(rule.Require(property), "a pattern of events", _faults));

    private IReadOnlyList<EventPattern> ReadPatterns(RuleObject rule, DocumentValue? list) => [.. rule.Objects(list, "a pattern of events").Select(ReadPattern)];

    private EventPattern ReadPattern(RuleObject? pattern)
    {
        if (pattern is null) return Unread;
        EventPattern read = new()
        {
            Event = pattern.Text("event"),
            Channel = pattern.Text("channel"),
            Conditions = [.. pattern.Objects(pattern.Take("attributes"), "an attribute with its value").Select(ReadCondition).OfType<EventCondition>()],
            MinimumValue = pattern.Amount(pattern.Take("minimumValue")),
            Currency = pattern.Text("currency"),
            Feedback = pattern.OneOf<FeedbackKind>("feedback"),
            MinimumScore = pattern.Number("minimumScore"),
            MaximumScore = pattern.Number("maximumScore"),
        };
        pattern.End();
        return read;
    }

    private static EventCondition? ReadCondition(RuleObject? condition)
    {
        if (condition is null) return null;
        string? attribute = condition.Text(condition.Require("attribute")), value = condition.Text(condition.Require("value"));
        condition.End();
        return attribute is not null && value is not null ? new EventCondition { Attribute = attribute, Value = value } : null;
    }
}
