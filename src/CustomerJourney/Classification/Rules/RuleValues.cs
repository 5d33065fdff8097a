using System.Buffers;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Rules;

/// <summary>Checks what a rule says by itself, value by value.</summary>
/// <param name="path">The place of the rule in its document, <c>rules[2]</c>.</param>
/// <param name="tell">Takes a problem: the place of the value in the document, and what is wrong with it.</param>
internal sealed class RuleValues(string path, Action<string, string> tell)
{
    public const int MostTimes = 1_000;
    public const int LeastSteps = 2;
    public const int MostSteps = 16;
    public const int MostWithout = 16;
    public const int MostConditions = 32;

    /// <summary>Whether a text can be written in a document: no half of a surrogate pair in it.</summary>
    public static bool IsUnicode(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int read) != OperationStatus.Done) return false;
            rest = rest[read..];
        }

        return true;
    }

    /// <summary>What is wrong with a name, null if nothing.</summary>
    public static string? Fault(string? name, string what) => name switch
    {
        null => $"{what} is null; name it",
        _ when string.IsNullOrWhiteSpace(name) => $"{what} is empty; name it",
        _ when !IsUnicode(name) => $"{what} is {RuleText.Name(name)}, which holds half of a surrogate pair; allowed is any valid Unicode text",
        _ => null,
    };

    public static string? Fault(TimeSpan? duration, string what) => duration <= TimeSpan.Zero ? $"{what} is {RuleText.Duration(duration.Value)}; allowed is any time longer than 0" : null;

    public void Check(StageRule rule)
    {
        Tell("stage", Fault(rule.Stage, "the stage"));
        if (rule.Name is not null) Tell("name", Fault(rule.Name, "the name of the rule"));
        foreach ((string place, EventPattern pattern) in rule.Patterns()) Check(pattern, place);
        switch (rule)
        {
            case CountRule count:
                if (count.Times is < 1 or > MostTimes) Tell("times", $"times is {Phrase.Number(count.Times)}; allowed is 1 to {Phrase.Number(MostTimes)}");
                Tell("within", Fault(count.Within, "the window (within)"));
                break;
            case TotalValueRule total:
                Check(total);
                break;
            case SequenceRule sequence:
                Check(sequence);
                break;
            case SilenceRule silence:
                Tell("silence", Fault(silence.Silence, "the silence"));
                break;
        }
    }

    private void Check(TotalValueRule total)
    {
        if (total.AtLeast <= 0) Tell("atLeast", $"the least total is {RuleText.Number(total.AtLeast)}; allowed is any amount above 0");
        else if (!MoneyUnits.TryFrom(total.AtLeast, out _)) Tell("atLeast", $"the least total {RuleText.Number(total.AtLeast)} {MoneyUnits.Allowed}");
        if (total.Currency is not null) Tell("currency", Fault(total.Currency, "the currency"));
        if (total.When is { MinimumValue: not null } when && when.Currency != total.Currency)
            Tell("when.currency", $"the events must carry {RuleText.Name(when.Currency)} and the total is in {RuleText.Name(total.Currency)}, so that none of them counts; name one currency");
    }

    private void Check(SequenceRule sequence)
    {
        if (sequence.Steps.Count is < LeastSteps or > MostSteps) Tell("steps", $"the sequence has {Phrase.Number(sequence.Steps.Count)} steps; allowed is {LeastSteps} to {MostSteps}{(sequence.Steps.Count == 1 ? ", and one event is a rule of its own: Enter(stage, whenEvent)" : "")}");
        if (sequence.Without.Count > MostWithout) Tell("without", $"{Phrase.Number(sequence.Without.Count)} patterns must not lie between the steps; allowed are {MostWithout}");
        Tell("within", Fault(sequence.Within, "the window (within)"));
        foreach ((int index, EventPattern? without) in sequence.Without.Index())
        {
            int step = without is null ? -1 : sequence.Steps.ToList().FindIndex(step => step is not null && ((without.Event is not null && without.Event == step.Event) || RuleCover.IsWeaker(step, without)));
            if (step >= 0) Tell($"without[{Phrase.Number(index)}]", $"{without} must not lie between the steps and is step {Phrase.Number(step + 1)} itself; name another event, or leave it out");
        }
    }

    private void Check(EventPattern? pattern, string place)
    {
        if (pattern is null)
        {
            Tell(place, $"the pattern ({place}) is null; say which events are meant, new EventPattern() for any");
            return;
        }

        if (pattern.Event is not null) Tell($"{place}.event", Fault(pattern.Event, "the name of the event"));
        if (pattern.Channel is not null) Tell($"{place}.channel", Fault(pattern.Channel, "the channel"));
        CheckConditions(pattern, place);
        if (pattern.Currency is not null) Tell($"{place}.currency", Fault(pattern.Currency, "the currency"));
        if (pattern.MinimumValue is { } value && !MoneyUnits.TryFrom(value, out _)) Tell($"{place}.minimumValue", $"the least value {RuleText.Number(value)} {MoneyUnits.Allowed}");
        if (pattern is { MinimumValue: null, Currency: not null }) Tell($"{place}.currency", $"the currency {RuleText.Name(pattern.Currency)} is named and no least value; say both, or neither");
        CheckScores(pattern, place);
    }

    private void CheckConditions(EventPattern pattern, string place)
    {
        if (pattern.Conditions.Count > MostConditions) Tell($"{place}.attributes", $"{Phrase.Number(pattern.Conditions.Count)} attributes are asked for; allowed are {MostConditions}");
        Dictionary<string, string> met = new(StringComparer.Ordinal);
        foreach ((int index, EventCondition? condition) in pattern.Conditions.Index())
        {
            string at = $"{place}.attributes[{Phrase.Number(index)}]";
            if (condition is null)
            {
                Tell(at, "an attribute that is asked for is null; name it and its value");
                continue;
            }

            Tell($"{at}.attribute", Fault(condition.Attribute, "the name of the attribute"));
            // An empty value is one: files have them.
            if (condition.Value is null || !IsUnicode(condition.Value)) Tell($"{at}.value", Fault(condition.Value, "the value of the attribute"));
            if (condition.Attribute is null || met.TryAdd(condition.Attribute, condition.Value ?? "")) continue;
            Tell(at, met[condition.Attribute] == condition.Value
                ? $"the attribute {RuleText.Name(condition.Attribute)} is asked for twice; once is enough"
                : $"the attribute {RuleText.Name(condition.Attribute)} must be both {RuleText.Name(met[condition.Attribute])} and {RuleText.Name(condition.Value)}, which no event is; keep one of them");
        }
    }

    private void CheckScores(EventPattern pattern, string place)
    {
        if (pattern.Feedback is { } kind && !Enum.IsDefined(kind)) Tell($"{place}.feedback", $"the kind of answer is {Phrase.Number((int)kind)}; allowed are {string.Join(", ", Enum.GetNames<FeedbackKind>())}");
        if (pattern.Feedback is null && (pattern.MinimumScore ?? pattern.MaximumScore) is not null) Tell(place, "scores are asked for and no kind of answer; say which it is, for example FeedbackKind.Nps, since scores of different scales cannot be compared");
        CheckScore(pattern.MinimumScore, "least", $"{place}.minimumScore");
        CheckScore(pattern.MaximumScore, "greatest", $"{place}.maximumScore");
        if (pattern.MinimumScore > pattern.MaximumScore)
            Tell($"{place}.minimumScore", $"the least score {Phrase.Number(pattern.MinimumScore.Value)} is above the greatest, {Phrase.Number(pattern.MaximumScore.Value)}, so that no answer has both; swap them");
    }

    private void CheckScore(double? score, string which, string at)
    {
        if (score is { } value && !double.IsFinite(value)) Tell(at, $"the {which} score is {Phrase.Number(value)}; allowed is any finite number");
    }

    private void Tell(string place, string? problem)
    {
        if (problem is not null) tell($"{path}.{place}", problem);
    }
}
