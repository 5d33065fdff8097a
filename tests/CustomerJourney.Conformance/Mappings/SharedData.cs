using System.Globalization;
using System.Text.Json;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>The data file that a case names; it lies beside the folder of the oracles, in data/cdnow, found from the working folder or the program's own upward.</summary>
internal static class SharedData
{
    /// <summary>The lines of the file, its header included.</summary>
    public static IEnumerable<string> Lines(JsonElement input) => File.ReadLines(Find(Path.GetFileName(input.GetProperty("dataFile").GetString()!)));

    /// <summary>The numbers of the columns that the case names, row by row.</summary>
    public static IEnumerable<double[]> Columns(JsonElement input)
    {
        string[] lines = [.. Lines(input)];
        string[] names = [.. lines[0].Split(',').Select(name => name.Trim('"'))];
        int[] columns = [.. input.Texts("columns").Select(column => Array.IndexOf(names, column))];
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => columns.Select(column => double.Parse(cells[column], CultureInfo.InvariantCulture)).ToArray());
    }

    private static string Find(string name)
    {
        foreach (string start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string path = Path.Combine(folder.FullName, "shared", "data", "cdnow", name);
                if (File.Exists(path)) return path;
            }
        }

        throw new FileNotFoundException($"The data file '{name}' is not in shared/data/cdnow above the working folder or the program.");
    }
}
