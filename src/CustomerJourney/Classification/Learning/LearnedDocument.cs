using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Learning;

/// <summary>What the JSON documents of learned models have in common: format version, limits, lists of numbers and names. All faults are gathered, each with path and line.</summary>
internal static class LearnedDocument
{
    public const string Version = "1.0";

    private const int Levels = 4;

    /// <summary>A model of 8 stages and 65,535 events has some 20 MB.</summary>
    private static readonly JourneyReadOptions Limits = new() { MaximumBytes = 64 * 1024 * 1024, MaximumValues = 4_000_000, MaximumDepth = Levels + 1 };

    /// <summary>Writes a document of a kind. What could not be read again is not written.</summary>
    /// <exception cref="JourneyDefinitionException">It has more values or bytes than are read.</exception>
    public static string Write(string subject, string kind, params ReadOnlySpan<(string Name, DocumentValue? Value)> members)
    {
        DocumentValue document = StageRulesDocument.Object([("formatVersion", DocumentValue.Text(Version)), ("kind", DocumentValue.Text(kind)), .. members]);
        if (CountOf(document) > Limits.MaximumValues)
            throw new JourneyDefinitionException(subject, [FormattableString.Invariant($"it has more than {Limits.MaximumValues} values, which is the most that is read")]);
        byte[] utf8 = DocumentWriter.Write(document);
        if (utf8.Length > Limits.MaximumBytes) throw new JourneyDefinitionException(subject, [DocumentParser.TooLarge(Limits)]);
        return Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Reads a document of a kind.</summary>
    /// <param name="json">The text.</param>
    /// <param name="subject">What it is called in problems.</param>
    /// <param name="kinds">The kinds that it may be of.</param>
    /// <param name="read">Reads its properties; null where something is wrong, which the faults then tell.</param>
    /// <exception cref="JourneyDefinitionException">Something is wrong; all faults are listed.</exception>
    public static T Read<T>(string json, string subject, IReadOnlyList<string> kinds, Func<RuleObject, string, RuleFaults, T?> read) where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > Limits.MaximumBytes) throw new JourneyDefinitionException(subject, [DocumentParser.TooLarge(Limits)]);
        if (!RuleValues.IsUnicode(json)) throw new JourneyDefinitionException(subject, ["it holds half of a surrogate pair; allowed is any valid Unicode text"]);
        DefinitionProblems problems = new();
        T? result = DocumentParser.Parse(Encoding.UTF8.GetBytes(json), problems, Limits) is { } root ? Read(root, kinds, new RuleFaults(problems), read) : null;
        return result is null || problems.Any ? throw new JourneyDefinitionException(subject, problems.All) : result;
    }

    public static DocumentValue Numbers(IEnumerable<double> numbers) => DocumentValue.List([.. numbers.Select(DocumentValue.Number)]);

    public static DocumentValue Rows(IEnumerable<IReadOnlyList<double>> rows) => DocumentValue.List([.. rows.Select(Numbers)]);

    public static DocumentValue Texts(IEnumerable<string> texts) => DocumentValue.List([.. texts.Select(text => DocumentValue.Text(text))]);

    public static double[]? Numbers(DocumentValue? list, RuleFaults faults) => All(list, "a list of numbers", faults, item =>
    {
        if (item.Kind == DocumentValueKind.Number && DocumentObject.NumberOf(item) is var number && double.IsFinite(number)) return (double?)number;
        faults.Add(item, $"it is {DocumentObject.Describe(item)}; allowed is a finite number");
        return null;
    })?.Select(number => number!.Value).ToArray();

    public static double[][]? Rows(DocumentValue? list, RuleFaults faults) => All(list, "a list of lists of numbers", faults, item => Numbers(item, faults));

    public static string[]? Texts(DocumentValue? list, RuleFaults faults) => All(list, "a list of texts", faults, item =>
    {
        if (item.Kind == DocumentValueKind.Text) return item.Content;
        faults.Add(item, $"it is {DocumentObject.Describe(item)}; allowed is a text");
        return null;
    });

    private static long CountOf(DocumentValue value) => 1 + value.Members.Sum(member => CountOf(member.Value)) + value.Items.Sum(CountOf);

    /// <summary>Null where the list or one of its items cannot be read.</summary>
    private static T[]? All<T>(DocumentValue? list, string what, RuleFaults faults, Func<DocumentValue, T?> read)
    {
        if (list is null) return null;
        if (list.Kind != DocumentValueKind.List)
        {
            faults.Add(list, $"it is {DocumentObject.Describe(list)}; allowed is {what}");
            return null;
        }

        List<T> items = [];
        foreach (DocumentValue value in list.Items)
        {
            if (read(value) is { } item) items.Add(item);
        }

        return items.Count == list.Items.Count ? [.. items] : null;
    }

    private static T? Read<T>(DocumentValue root, IReadOnlyList<string> kinds, RuleFaults faults, Func<RuleObject, string, RuleFaults, T?> read) where T : class
    {
        if (RuleObject.Open(root, "the document", faults) is not { } document) return null;
        DocumentValue? version = document.Require("formatVersion"), kind = document.Require("kind");
        string? versionText = document.Text(version), kindText = document.Text(kind);
        if (versionText is not null && versionText != Version)
            faults.Add(version!, $"the format version is {RuleText.Name(versionText)}; this version of the library reads {Version}");
        else if (kindText is not null && !kinds.Contains(kindText))
            faults.Add(kind!, $"it is {RuleText.Name(kindText)}; allowed is {string.Join(" or ", kinds)}");
        // What another version or kind means is not known, so nothing else of it can be judged.
        if (versionText != Version || kindText is null || !kinds.Contains(kindText)) return null;
        T? result = read(document, kindText, faults);
        document.End();
        return result;
    }
}
