using System.Text.RegularExpressions;

namespace CustomerJourney.Tests.Architecture;

/// <summary>The rooms of the house, floor by floor (DESIGN, "Rooms of the house"): a room may use only rooms on floors below its own.</summary>
internal static class Rooms
{
    public const string Root = "CustomerJourney";

    /// <summary>From below to above. Rooms on one line are beside each other and use neither.</summary>
    private static readonly string[][] Floors =
    [
        ["Statistics"],
        ["StageModels"],
        [Root],
        ["Events"],
        ["IO", "Checks", "Maps"],
        ["Classification"],
        ["Metrics"],
        ["Analytics"],
        ["Comparison"],
        ["Reporting"],
        ["DependencyInjection"],
    ];

    public static IEnumerable<string> Names => Floors.SelectMany(floor => floor);

    public static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));

    /// <summary>The room of a folder, its folders joined by dots; the root and its Building are one room.</summary>
    public static string RoomOfFolder(string folder) => folder.Split('.')[0] is { Length: > 0 } first and not "Building" ? first : Root;

    /// <summary>The rooms that a piece of code names, with the words that name them: by a using, in full, or by a part of the name before one of the room's types.</summary>
    public static IEnumerable<(string Room, string Words)> UsedBy(string code, ILookup<string, string> typesByRoom)
    {
        foreach (Match match in Regex.Matches(code, @"\bCustomerJourney\s*\.\s*(\w+)"))
        {
            if (Names.Contains(match.Groups[1].Value)) yield return (match.Groups[1].Value, match.Value);
        }

        foreach (Match match in Regex.Matches(code, @"(?<![\w.]\s*)(\w+)\s*\.\s*(\w+)"))
        {
            string room = match.Groups[1].Value;
            if (room != Root && typesByRoom[room].Contains(match.Groups[2].Value)) yield return (room, match.Value);
        }
    }

    /// <summary>The rooms of a circle, in order; empty where there is none.</summary>
    public static IReadOnlyList<string> CircleIn(ILookup<string, string> arrows)
    {
        List<string> path = [];
        HashSet<string> done = [];
        foreach (string start in arrows.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (Visit(start) is { } circle) return circle;
        }

        return [];

        List<string>? Visit(string room)
        {
            if (path.IndexOf(room) is >= 0 and int from) return [.. path[from..], room];
            if (!done.Add(room)) return null;
            path.Add(room);
            foreach (string next in arrows[room].Distinct().Order(StringComparer.Ordinal))
            {
                if (Visit(next) is { } circle) return circle;
            }

            path.RemoveAt(path.Count - 1);
            return null;
        }
    }
}
