using System.Text;
using System.Text.Json;

namespace CustomerJourney.Tests.Support;

/// <summary>Data sets of the shared folder, read in the plainest way, so that the readers of the library are not proven by themselves.</summary>
internal static class SharedTable
{
    /// <summary>What was found out about a data set.</summary>
    public static JsonElement Facts(string name) => JsonDocument.Parse(File.ReadAllText(SharedFolder.File("data", "facts", name))).RootElement;

    /// <summary>Rows as cells by the names of the header.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        string[] header = [];
        foreach (string[] cells in Cells(File.ReadAllText(SharedFolder.File("data", folder, file)).TrimStart('\uFEFF')))
        {
            if (header.Length == 0) header = cells;
            else yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    /// <summary>Cells between commas; quoted ones may hold commas, line breaks and doubled quotes.</summary>
    public static IEnumerable<string[]> Cells(string text)
    {
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        foreach (char character in text)
        {
            switch (character)
            {
                case '"': quoted = !quoted; break;
                case ',' when !quoted: EndCell(); break;
                case '\r' when !quoted: break;
                case '\n' when !quoted:
                    EndCell();
                    yield return [.. row];
                    row.Clear();
                    break;
                default: cell.Append(character); break;
            }
        }

        if (row.Count > 0) yield return [.. row, cell.ToString()];

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }}
