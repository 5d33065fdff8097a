using System.IO.Compression;
using System.Text;

namespace ReadAnything;

/// <summary>The files that the examples read: those of the folder <c>Data</c>, one of them in an older encoding, and a few more that are compressed.</summary>
internal static class SampleFiles
{
    public static void WriteTo(string folder)
    {
        foreach (string name in typeof(SampleFiles).Assembly.GetManifestResourceNames())
        {
            using StreamReader reader = new(typeof(SampleFiles).Assembly.GetManifestResourceStream(name)!);
            File.WriteAllText(Path.Combine(folder, name), reader.ReadToEnd(), name == "kasse.csv" ? Encoding.Latin1 : new UTF8Encoding());
        }

        WriteCompressed(Path.Combine(folder, "exports", "2026-01"), "events.csv.gz", "customer,event,time\nanna,view,2026-01-30T08:00:00Z\nben,view,2026-01-31T21:00:00Z\n");
        WriteCompressed(Path.Combine(folder, "exports", "2026-02"), "events.csv.gz", "time,customer,event\n2026-02-02T07:30:00Z,anna,order_paid\n2026-02-31T07:30:00Z,ben,view\n");
        WriteCompressed(Path.Combine(folder, "exports", "2026-01"), "clicks.jsonl.gz", "{\"who\":\"anna\",\"what\":\"view\",\"at\":\"2026-01-30T08:00:00Z\"}\n");
        WriteCompressed(Path.Combine(folder, "exports", "2026-02"), "clicks.jsonl.gz", "{\"who\":\"ben\",\"what\":\"view\",\"at\":\"2026-02-02T07:30:00Z\"}\n{\"who\":\"ben\",\"what\":\"view\"}\n");
    }

    private static void WriteCompressed(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        using GZipStream stream = new(File.Create(Path.Combine(folder, name)), CompressionLevel.Optimal);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
