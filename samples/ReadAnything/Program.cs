using System.Text;
using ReadAnything;
using ReadAnything.Examples;

// Every example of docs/reading.md, snapshot.md and quality.md, in their order: all of them, or those whose names are given.
(string Name, Func<Task> Run)[] examples =
[
    ("csv", CsvExamples.CsvAsync),
    ("csv format", CsvExamples.FormatAsync),
    ("csv places", CsvExamples.PlacesAsync),
    ("csv dates", CsvExamples.DatesAsync),
    ("csv files", CsvExamples.FilesAsync),
    ("json lines", JsonExamples.LinesAsync),
    ("json files", JsonExamples.FilesAsync),
    ("json document", JsonExamples.DocumentAsync),
    ("xes", OtherExamples.XesAsync),
    ("database", OtherExamples.DatabaseAsync),
    ("objects", ObjectExamples.ObjectsAsync),
    ("stream", ObjectExamples.StreamAsync),
    ("push", ObjectExamples.PushAsync),
    ("snapshot", OtherExamples.SnapshotAsync),
    ("changes", MappingExamples.ChangesAsync),
    ("ready mapping", MappingExamples.ReadyAsync),
    ("changed mapping", MappingExamples.ChangedAsync),
    ("written mapping", MappingExamples.WrittenAsync),
    ("mapping of a file", MappingExamples.SettingsAsync),
    ("wrong mapping", MappingExamples.WrongAsync),
    ("identity", IdentityExamples.InRowsAsync),
    ("identity links", IdentityExamples.LinksAsync),
    ("erasure", IdentityExamples.ErasureAsync),
    ("duplicates", QualityExamples.DuplicatesAsync),
    ("strict", QualityExamples.StrictAsync),
    ("limits", QualityExamples.LimitsAsync),
    ("quality", QualityExamples.QualityAsync),
    ("cuts", CutExamples.CutsAsync),
    ("sessions", CutExamples.SessionsAsync),
    ("merge", CutExamples.MergeAsync),
    ("export", ExportExamples.ExportAsync),
    ("snapshot.md", PageExamples.SnapshotAsync),
    ("quality.md", PageExamples.QualityAsync),
    ("quality.md groups", PageExamples.GroupsAsync),
];

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.FirstOrDefault(name => !examples.Any(example => example.Name == name)) is { } unknown)
{
    Console.Error.WriteLine($"readanything: there is no example '{unknown}': {string.Join(", ", examples.Select(example => $"'{example.Name}'"))}.");
    return 2;
}

string folder = Directory.CreateTempSubdirectory("readanything").FullName, before = Environment.CurrentDirectory;
try
{
    SampleFiles.WriteTo(folder);
    Environment.CurrentDirectory = folder;
    foreach ((string name, Func<Task> run) in examples.Where(example => args.Length == 0 || args.Contains(example.Name)))
    {
        Console.WriteLine($"=== {name}");
        await run();
    }

    return 0;
}
finally
{
    Environment.CurrentDirectory = before;
    Directory.Delete(folder, recursive: true);
}
