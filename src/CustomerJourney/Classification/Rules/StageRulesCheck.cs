using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Checks a definition of stages, however it was made, and gathers all of its faults at once: those of its values, and, where the map is known, those of its stages.</summary>
internal sealed partial class StageRulesCheck
{
    public const int MostRules = 1_000;

    /// <summary>The most that the counts of all rules with a time may add up to: what has to be remembered of each customer, eight bytes a piece.</summary>
    public const int MostRemembered = 10_000;
    public const int MostStated = 10_000;
    private const string Subject = "Stage rules";

    private readonly DefinitionProblems _problems;
    private readonly Journey? _journey;
    private readonly DocumentValue? _root;
    private readonly IReadOnlyList<StageRule?> _rules;
    private readonly StageRules _definition;

    private StageRulesCheck(StageRules definition, IReadOnlyList<StageRule?> rules, DefinitionProblems problems, Journey? journey, DocumentValue? root) =>
        (_definition, _rules, _problems, _journey, _root) = (definition, rules, problems, journey, root);

    /// <summary>All that is wrong with a definition; empty if nothing is.</summary>
    /// <param name="rules">The definition.</param>
    /// <param name="journey">The map whose stages it names; null if none is known yet.</param>
    public static IReadOnlyList<string> ProblemsOf(StageRules rules, Journey? journey = null)
    {
        DefinitionProblems problems = new();
        new StageRulesCheck(rules, rules.Rules, problems, journey, root: null).Run();
        return problems.All;
    }

    /// <summary>Refuses a definition that is wrong.</summary>
    /// <param name="rules">The definition.</param>
    /// <param name="journey">The map whose stages it names; null if none is known yet.</param>
    /// <exception cref="JourneyDefinitionException">The definition is wrong; all its faults are listed.</exception>
    public static void Require(StageRules rules, Journey? journey = null)
    {
        if (ProblemsOf(rules, journey) is { Count: > 0 } problems) throw new JourneyDefinitionException(Subject, problems);
    }

    /// <summary>Adds what is wrong with the values of a definition that was read from a document, each at its place.</summary>
    /// <param name="definition">What was read besides the rules.</param>
    /// <param name="rules">The rules; null for one that could not be read, which is told already.</param>
    /// <param name="root">The document.</param>
    /// <param name="problems">Takes the problems.</param>
    public static void OfDocument(StageRules definition, IReadOnlyList<StageRule?> rules, DocumentValue root, DefinitionProblems problems) =>
        new StageRulesCheck(definition, rules, problems, journey: null, root).Run();

    private void Run()
    {
        if (!Enum.IsDefined(_definition.Current)) Tell("current", $"the rule of the current stage is {Phrase.Number((int)_definition.Current)}; allowed are {string.Join(", ", Enum.GetNames<CurrentStageRule>())}");
        Tell("halfLife", RuleValues.Fault(_definition.HalfLife, "the half-life"));
        Tell("dormantAfter", RuleValues.Fault(_definition.DormantAfter, "the time until a customer is dormant"));
        CheckHistory();
        if (_rules.Count > MostRules)
        {
            Tell("rules", $"there are {Phrase.Number(_rules.Count)} rules; allowed are {Phrase.Number(MostRules)}");
            return;
        }

        int remembered = _rules.OfType<CountRule>().Where(rule => rule.Within is not null && rule.Times is > 1 and <= RuleValues.MostTimes).Sum(rule => rule.Times);
        if (remembered > MostRemembered)
            Tell("rules", $"the counts within a time add up to {Phrase.Number(remembered)} events that would have to be remembered of each customer; allowed are {Phrase.Number(MostRemembered)}: count fewer of them, or without a time");
        bool[] isSound = new bool[_rules.Count];
        for (int index = 0; index < _rules.Count; index++) isSound[index] = CheckRule(index);
        for (int index = 0; index < _rules.Count; index++)
        {
            if (isSound[index]) CheckDecides(index, isSound);
        }
    }

    private void CheckHistory()
    {
        if (_definition.History is not { } history) return;
        Tell("history.prefix", RuleValues.Fault(history.Prefix, "the prefix of the events that state a stage"));
        if (history.Stages.Count > MostStated) Tell("history.stages", $"there are {Phrase.Number(history.Stages.Count)} stated stages; allowed are {Phrase.Number(MostStated)}");
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach ((int index, StatedStage? stated) in history.Stages.Index())
        {
            string at = $"history.stages[{Phrase.Number(index)}]";
            if (stated is null)
            {
                Tell(at, "a stated stage is null; say what is stated and which stage it stands for");
                continue;
            }

            Tell($"{at}.stated", RuleValues.Fault(stated.Stated, "what is stated"));
            if (stated.Stated is not null && !met.Add(stated.Stated)) Tell($"{at}.stated", $"{RuleText.Name(stated.Stated)} is stated twice; name one stage for it");
            Tell($"{at}.stage", RuleValues.Fault(stated.Stage, $"the stage of {RuleText.Name(stated.Stated)}") ?? Unknown(stated.Stage, $"the history states {RuleText.Name(stated.Stated)}"));
        }
    }

    /// <summary>Checks a rule by itself, and whether the map has its stage.</summary>
    /// <returns>Whether it can be compared with others: all its values are right.</returns>
    private bool CheckRule(int index)
    {
        string path = $"rules[{Phrase.Number(index)}]";
        if (_rules[index] is not { } rule)
        {
            if (_root is null) Tell(path, $"rule {Phrase.Number(index + 1)} is null; leave it out");
            return false;
        }

        bool isSound = true;
        string? described = null;
        new RuleValues(path, (place, problem) =>
        {
            isSound = false;
            Tell(place, $"{described ??= Describe(index)}: {problem}");
        }).Check(rule);
        if (RuleValues.Fault(rule.Stage, "") is null) Tell($"{path}.stage", Unknown(rule.Stage, Describe(index)));
        return isSound;
    }

    /// <summary>Tells of a rule that never decides, because an earlier one holds whenever it does, or because another system states the stage.</summary>
    private void CheckDecides(int index, bool[] isSound)
    {
        StageRule rule = _rules[index]!;
        string path = $"rules[{Phrase.Number(index)}]";
        for (int earlier = 0; earlier < index; earlier++)
        {
            if (!isSound[earlier] || !RuleCover.Covers(_rules[earlier]!, rule)) continue;
            bool isSame = StageOf(rule.Stage) == StageOf(_rules[earlier]!.Stage);
            Tell(path, (isSame, rule) switch
            {
                (true, _) => $"{Describe(index)} says nothing more than {Describe(earlier)}, which puts customers into the same stage whenever it holds; remove it, or put it first if it shall explain more",
                (_, SilenceRule) => $"{Describe(index)} contradicts {Describe(earlier)}: the same silence cannot put customers into two stages; remove one of them, or give it another time",
                _ => $"{Describe(index)} can never decide, because {Describe(earlier)} comes before it and holds whenever it does; put it first, or remove one of them",
            });
            return;
        }

        if (rule is not SilenceRule && RuleCover.LastOf(rule).Event is { } name && Stated(name) is { } stage)
            Tell(path, $"{Describe(index)} can never decide, because the history states the stage {RuleText.Name(stage)} at every {RuleText.Name(name)}; name the stage in the history, or take another event");
    }

    /// <summary>The stage that the history states by an event of this name; null if it states none.</summary>
    private string? Stated(string eventName)
    {
        if (_definition.History is not { Prefix: { Length: > 0 } prefix } history || !eventName.StartsWith(prefix, StringComparison.Ordinal)) return null;
        string stated = eventName[prefix.Length..];
        return history.Stages.FirstOrDefault(candidate => candidate is not null && candidate.Stated == stated)?.Stage ?? _journey?.StageNames.TryFind(stated)?.Name;
    }

    /// <summary>What makes two stages the same: the id where the map is known, else what they are called.</summary>
    private string StageOf(string stage) => _journey?.StageNames.TryFind(stage)?.Id ?? stage;

    private string? Unknown(string stage, string who) =>
        _journey is null || _journey.StageNames.TryFind(stage) is not null ? null
        : _journey.Stages.Where(known => known.Name == stage).Select(known => known.Id).ToArray() is { Length: > 0 } several ? $"{who}: {Phrase.Several("stages", stage, several)}"
        : $"{who}: the journey {RuleText.Name(_journey.Name)} has no stage {RuleText.Name(stage)}; {NearNames.Of("stages", stage, [.. _journey.Stages.SelectMany(known => new[] { known.Name, known.Id }).Distinct(StringComparer.Ordinal)])}";

    /// <summary>The rule in a message: its place, what it says or is called, its stage.</summary>
    private string Describe(int index) => Describe(_rules[index]!, index);

    /// <remarks>A hostile rule can be as long as its document and have a fault in every part.</remarks>
    private static string Describe(StageRule rule, int index) =>
        $"rule {Phrase.Number(index + 1)} ({ReadLimits.Default.Shown(RuleText.Name(rule.Stage))}: {ReadLimits.Default.Shown(string.IsNullOrWhiteSpace(rule.Name) ? rule.ToText() : RuleText.Name(rule.Name))})";

    private void Tell(string path, string? problem)
    {
        if (problem is null) return;
        if (_root is null) _problems.Add(problem);
        else _problems.AddReadable(_root.Find(path) ?? _root, problem);
    }
}
