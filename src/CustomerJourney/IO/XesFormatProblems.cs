using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What is wrong with an <see cref="XesFormat"/>: all of it at once.</summary>
internal static class XesFormatProblems
{
    public static List<string> Of(XesFormat format)
    {
        List<string> problems = [];
        (string Role, string? Key, bool IsRequired)[] keys =
        [
            (nameof(format.Customer), format.Customer, true), (nameof(format.Event), format.Event, true), (nameof(format.Time), format.Time, true),
            (nameof(format.Classifier), format.Classifier, false), (nameof(format.StartedAt), format.StartedAt, false), (nameof(format.RecordedAt), format.RecordedAt, false),
            (nameof(format.Id), format.Id, false), (nameof(format.Sequence), format.Sequence, false), (nameof(format.Channel), format.Channel, false),
            (nameof(format.Score), format.Score, false), (nameof(format.Question), format.Question, false), (nameof(format.About), format.About, false),
            (nameof(format.Value), format.Value, false), (nameof(format.Currency), format.Currency, false),
        ];
        foreach ((string role, string? key, bool isRequired) in keys)
        {
            if (key is { Length: 0 } || (isRequired && key is null)) problems.Add($"{role} names nothing: give the key of an attribute{(isRequired ? "" : ", or null")}");
        }

        if (!Enum.IsDefined(format.ScoreKind)) problems.Add($"ScoreKind {(int)format.ScoreKind} is not a kind of feedback");
        if (format.Score is not null and not XesKeys.Score && format.ScoreKind == FeedbackKind.None)
            problems.Add($"the scores of '{format.Score}' have no ScoreKind: say what they answer, for example FeedbackKind.Nps");
        AddList(problems, nameof(format.EventAttributes), format.EventAttributes);
        AddList(problems, nameof(format.CustomerAttributes), format.CustomerAttributes);
        return problems;
    }

    private static void AddList(List<string> problems, string role, IReadOnlyList<string>? keys)
    {
        if (keys is null) return;
        if (keys.Any(string.IsNullOrEmpty)) problems.Add($"{role} holds an empty key");
        foreach (IGrouping<string, string> group in keys.Where(key => key is not null).GroupBy(key => key, StringComparer.Ordinal))
        {
            if (group.Count() > 1) problems.Add($"{role} names '{group.Key}' {group.Count()} times");
        }
    }
}
