using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What is wrong with an <see cref="EventMapping"/>, whatever the source: all of it at once.</summary>
internal static partial class MappingProblems
{
    public static List<string> Of(EventMapping mapping)
    {
        List<string> problems = [];
        foreach (ColumnRole role in ColumnRole.Of(mapping))
        {
            if (!string.IsNullOrEmpty(role.Column)) continue;
            string instead = !role.IsRequired ? ", or leave it out" : role.Role == nameof(mapping.Customer) ? "" : ", or DateColumns that are events";
            problems.Add($"{role.Role} names no column: give the name of a column{instead}");
        }

        if (mapping.Score is not null && mapping.ScoreKind == FeedbackKind.None && mapping.ScoreKindColumn is null) problems.Add("Score has no ScoreKind: say what the scores answer, for example FeedbackKind.Nps");
        if (mapping.Score is null && mapping.ScoreKind != FeedbackKind.None) problems.Add($"ScoreKind is {mapping.ScoreKind}, but Score names no column");
        if (!Enum.IsDefined(mapping.ScoreKind)) problems.Add($"ScoreKind {(int)mapping.ScoreKind} is not a kind of feedback");
        if (mapping.ScoreKindColumn is not null && mapping.Score is null) problems.Add("ScoreKindColumn needs Score: it tells the kind of a score");
        if (mapping.Question is not null && mapping.Score is null) problems.Add("Question needs Score: a question without a score is an event attribute");
        if (mapping.About is not null && mapping.Score is null) problems.Add("About needs Score: it names the touchpoint that a score is about");
        if (mapping.Currency is not null && mapping.Value is null) problems.Add("Currency needs Value: it names the currency of an amount");
        if (mapping.RoundAmounts && mapping.Value is null) problems.Add("RoundAmounts needs Value: it says what becomes of amounts with more than four decimals");
        if (mapping.IdDetails.Count > 0 && mapping.Id is null) problems.Add("IdDetails need Id: name its first column there");
        if (mapping.SequenceDetails.Count > 0 && mapping.Sequence is null) problems.Add("SequenceDetails need Sequence: name its first column there");
        AddRepeated(problems, mapping.EventAttributes, nameof(mapping.EventAttributes));
        AddRepeated(problems, mapping.CustomerAttributes, nameof(mapping.CustomerAttributes));
        AddAttributeNames(problems, mapping);
        AddEvents(problems, mapping);
        AddDates(problems, mapping);
        AddFallbacks(problems, mapping);
        AddOptional(problems, mapping);
        AddFilters(problems, mapping);
        AddIdentity(problems, mapping);
        if (LacksYear(mapping.TimeFormat.Pattern)) problems.Add($"the time pattern '{mapping.TimeFormat.Pattern}' has no year");
        return problems;
    }

    /// <summary>What is wrong with a mapping for a source whose rows are not nested.</summary>
    public static List<string> OfTable(EventMapping mapping)
    {
        List<string> problems = Of(mapping);
        if (mapping.Rows is not null) problems.Add($"Rows '{mapping.Rows}' names a list inside of JSON objects, but every row of a table is a row; leave it out");
        return problems;
    }

    private static void AddRepeated(List<string> problems, IEnumerable<string> names, string role)
    {
        foreach (IGrouping<string, string> group in names.Where(name => name is not null).GroupBy(name => name, StringComparer.Ordinal))
        {
            if (group.Count() > 1) problems.Add($"{role} names '{group.Key}' {group.Count()} times");
        }
    }

    /// <summary>Whether .NET would take the year from the clock of the machine.</summary>
    private static bool LacksYear(string? pattern) =>
        pattern is not null && (pattern.Length == 1 ? "mMtT".Contains(pattern[0], StringComparison.Ordinal) : !HasYear(pattern));

    /// <summary>Whether a pattern has a year outside of the texts in it, which are quoted or follow a backslash.</summary>
    private static bool HasYear(string pattern)
    {
        char quote = '\0';
        for (int index = 0; index < pattern.Length; index++)
        {
            char character = pattern[index];
            if (character == '\\') index++;
            else if (quote != '\0') quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"') quote = character;
            else if (character == 'y') return true;
        }

        return false;
    }
}
