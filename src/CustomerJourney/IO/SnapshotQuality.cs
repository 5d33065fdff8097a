using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The data-quality report as bytes: named counters, so that a newer one may bring more of them, then the lists.</summary>
/// <remarks>
/// Texts are UTF-16, not UTF-8: a rejected value may be just that, half of a surrogate pair. What the classifier counted is left out, since the log that is read back is not classified.
/// </remarks>
internal static class SnapshotQuality
{
    private static readonly (string Name, Func<DataQualityReport, long> Get, Func<DataQualityReport, long, DataQualityReport> Set)[] Counters =
    [
        ("rowsRead", report => report.RowsRead, (report, rows) => report with { RowsRead = rows }),
        ("accepted", report => report.Accepted, (report, rows) => report with { Accepted = rows }),
        ("rejected", report => report.Rejected, (report, rows) => report with { Rejected = rows }),
        ("duplicates", report => report.Duplicates, (report, rows) => report with { Duplicates = rows }),
        ("droppedDuplicates", report => report.DroppedDuplicates, (report, rows) => report with { DroppedDuplicates = rows }),
        ("late", report => report.Late, (report, rows) => report with { Late = rows }),
        ("skipped", report => report.Skipped, (report, count) => report with { Skipped = count }),
        ("furtherEvents", report => report.FurtherEvents, (report, count) => report with { FurtherEvents = count }),
        ("collapsed", report => report.Collapsed, (report, count) => report with { Collapsed = count }),
        ("brokenChanges", report => report.BrokenChanges, (report, count) => report with { BrokenChanges = count }),
        ("linkedIds", report => report.LinkedIds, (report, count) => report with { LinkedIds = count }),
        ("identityConflicts", report => report.IdentityConflicts, (report, count) => report with { IdentityConflicts = count }),
        ("blankLines", report => report.BlankLines, (report, count) => report with { BlankLines = count }),
    ];

    public static byte[] ToBytes(DataQualityReport report)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(Counters.Length);
        foreach (var counter in Counters)
        {
            Write(writer, counter.Name);
            writer.Write(counter.Get(report));
        }

        writer.Write(report.RejectedByReason.Count);
        foreach (RejectionCount reason in report.RejectedByReason)
        {
            Write(writer, reason.Column);
            Write(writer, reason.Reason);
            writer.Write(reason.Rows);
        }

        writer.Write(report.FirstRejected.Count);
        foreach (RejectedRow row in report.FirstRejected)
        {
            Write(writer, row.Source ?? "");
            writer.Write(row.Line);
            Write(writer, row.Column);
            Write(writer, row.Value);
            Write(writer, row.Reason);
        }

        writer.Write(report.FirstIdentityConflicts.Count);
        foreach (IdentityConflict conflict in report.FirstIdentityConflicts)
        {
            Write(writer, conflict.Id);
            Write(writer, conflict.Customer);
            Write(writer, conflict.Others);
            writer.Write(conflict.OtherCount);
        }

        writer.Write(report.SourceCounts.Count);
        foreach (NameCount count in report.SourceCounts)
        {
            Write(writer, count.Name);
            writer.Write(count.Count);
        }

        Write(writer, report.AbsentColumns);
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not a report; the message says why, and not where.</exception>
    public static DataQualityReport FromBytes(byte[] bytes)
    {
        const int LeastCounter = sizeof(int) + sizeof(long), LeastReason = (2 * sizeof(int)) + sizeof(long), LeastRow = sizeof(long) + (4 * sizeof(int)), LeastConflict = (3 * sizeof(int)) + sizeof(long), LeastCount = sizeof(int) + sizeof(long);
        using BinaryReader reader = new(new MemoryStream(bytes));
        DataQualityReport report = new() { RowsRead = 0, Accepted = 0, Rejected = 0, RejectedByReason = [], FirstRejected = [], Duplicates = 0, DroppedDuplicates = 0, Late = 0 };
        try
        {
            for (int counters = Count(reader, LeastCounter); counters > 0; counters--)
            {
                string name = ReadText(reader);
                long rows = Rows(reader);
                int known = Array.FindIndex(Counters, counter => counter.Name == name);
                if (known >= 0) report = Counters[known].Set(report, rows);
            }

            RejectionCount[] reasons = new RejectionCount[Count(reader, LeastReason)];
            for (int index = 0; index < reasons.Length; index++) reasons[index] = new() { Column = ReadText(reader), Reason = ReadText(reader), Rows = Rows(reader) };
            RejectedRow[] rejected = new RejectedRow[Count(reader, LeastRow)];
            for (int index = 0; index < rejected.Length; index++)
                rejected[index] = new() { Source = ReadText(reader) is { Length: > 0 } source ? source : null, Line = reader.ReadInt64(), Column = ReadText(reader), Value = ReadText(reader), Reason = ReadText(reader) };
            IdentityConflict[] conflicts = new IdentityConflict[Count(reader, LeastConflict)];
            for (int index = 0; index < conflicts.Length; index++) conflicts[index] = new() { Id = ReadText(reader), Customer = ReadText(reader), Others = ReadTexts(reader), OtherCount = Rows(reader) };
            NameCount[] counts = new NameCount[Count(reader, LeastCount)];
            for (int index = 0; index < counts.Length; index++) counts[index] = new() { Name = ReadText(reader), Count = Rows(reader) };
            string[] absent = ReadTexts(reader);
            long left = bytes.Length - reader.BaseStream.Position;
            if (left > 0) throw new InvalidDataException($"{left} bytes follow the report");
            return report with { RejectedByReason = reasons, FirstRejected = rejected, FirstIdentityConflicts = conflicts, SourceCounts = counts, AbsentColumns = absent };
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("it ends in the middle of the report", end);
        }
    }

    private static void Write(BinaryWriter writer, string text)
    {
        writer.Write(text.Length);
        foreach (char unit in text) writer.Write((ushort)unit);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (string text in texts) Write(writer, text);
    }

    private static string[] ReadTexts(BinaryReader reader)
    {
        string[] texts = new string[Count(reader, sizeof(int))];
        for (int index = 0; index < texts.Length; index++) texts[index] = ReadText(reader);
        return texts;
    }

    private static string ReadText(BinaryReader reader)
    {
        int length = Count(reader, sizeof(char));
        StringBuilder text = new(length);
        while (length-- > 0) text.Append((char)reader.ReadUInt16());
        return text.ToString();
    }

    /// <summary>The length of a list whose items take so many bytes at least: a length that cannot be is refused before room is made for it.</summary>
    private static int Count(BinaryReader reader, int leastBytes)
    {
        int count = reader.ReadInt32();
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || (long)count * leastBytes > left) throw new InvalidDataException($"a list of {count} items cannot stand in the {left} bytes that are left");
        return count;
    }

    private static long Rows(BinaryReader reader)
    {
        long rows = reader.ReadInt64();
        return rows >= 0 ? rows : throw new InvalidDataException($"{rows} is not a number of rows");
    }
}
