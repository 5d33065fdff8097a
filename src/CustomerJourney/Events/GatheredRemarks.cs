using System.Globalization;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>
/// The remarks of a breakdown. What is true of several groups is one sentence that names them: ten alike warnings would hide the eleventh, which is another.
/// Remarks are alike that a metric says to be, or that differ in nothing but figures.
/// </summary>
internal static class GatheredRemarks
{
    private const int MostSentences = 10;
    private const int MostNames = 8;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> ofTotal, IReadOnlyList<(string Group, object? Result)> groups)
    {
        int withData = groups.Count(group => group.Result is not IRemarkedGroup { HasData: false });
        List<Alike> alike = [];
        Dictionary<string, Alike> byKey = new(StringComparer.Ordinal);
        foreach ((string group, object? result) in groups)
        {
            foreach (GroupRemark remark in RemarksOf(result))
            {
                string key = remark.OfSeveral ?? WithoutFigures(remark.Message);
                if (!byKey.TryGetValue(key, out Alike? same)) alike.Add(byKey[key] = same = new Alike(remark));
                same.Add(group, remark.Message);
            }
        }

        List<string> sentences = [];
        foreach (string remark in ofTotal)
        {
            if (byKey.TryGetValue(WithoutFigures(remark), out Alike? same) && same.OfSeveral is null)
            {
                alike.Remove(same);
                sentences.Add(same.AllSay(remark) ? remark : $"{remark} {SameOf(same.Groups)}");
            }
            else
            {
                sentences.Add(remark);
            }
        }

        sentences.AddRange(alike.Take(MostSentences).Select(same => same.Sentence(withData)));
        return [.. sentences, .. Others(alike.Skip(MostSentences).Sum(same => same.Groups.Count))];
    }

    /// <summary>The first ten of many remarks that name their groups themselves, and how many more there are.</summary>
    public static IReadOnlyList<string> First(IReadOnlyList<string> remarks) => [.. remarks.Take(MostSentences), .. Others(remarks.Count - MostSentences)];

    private static IEnumerable<string> Others(int left) =>
        left <= 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{left} more {(left == 1 ? "remark" : "remarks")} on groups; see their results.")];

    private static IEnumerable<GroupRemark> RemarksOf(object? result) => result switch
    {
        IRemarkedGroup { HasData: false } => [],
        IRemarkedGroup group => group.GroupRemarks,
        IJourneyResult other => other.Remarks.Select(remark => new GroupRemark(remark, null)),
        _ => [],
    };

    private static string SameOf(IReadOnlyList<string> groups) => $"The same, in other figures, is true of {Names(groups)}.";

    private static string Names(IReadOnlyList<string> groups)
    {
        if (groups.Count == 1) return groups[0];
        // Naming all but one and counting that one would be no shorter.
        int named = groups.Count <= MostNames + 1 ? groups.Count - 1 : MostNames;
        string last = named == groups.Count - 1 ? groups[^1] : string.Create(CultureInfo.InvariantCulture, $"{groups.Count - named} more");
        return $"{string.Join(", ", groups.Take(named))} and {last}";
    }

    private static string WithoutFigures(string text)
    {
        StringBuilder pattern = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool digit = char.IsAsciiDigit(text[i]);
            bool sign = text[i] == '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            bool inside = text[i] is '.' or ',' && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            if (!digit && !sign && !inside) pattern.Append(text[i]);
            else if (pattern.Length == 0 || pattern[^1] != '\0') pattern.Append('\0');
        }

        return pattern.ToString();
    }

    private sealed class Alike(GroupRemark first)
    {
        private readonly List<string> _groups = [];
        private bool _differ;

        public string? OfSeveral => first.OfSeveral;

        public List<string> Groups => _groups;

        public void Add(string group, string message)
        {
            if (_groups.Count == 0 || _groups[^1] != group) _groups.Add(group);
            _differ |= message != first.Message;
        }

        public bool AllSay(string message) => !_differ && message == first.Message;

        public string Sentence(int groups)
        {
            if (_groups.Count == 1) return $"{_groups[0]}: {first.Message}";
            if (OfSeveral is not null) return string.Create(CultureInfo.InvariantCulture, $"{_groups.Count} of {groups} groups {OfSeveral}: {Names(_groups)}.");
            return _differ ? $"{_groups[0]}: {first.Message} {SameOf(_groups[1..])}" : $"{Names(_groups)}: {first.Message}";
        }
    }
}
