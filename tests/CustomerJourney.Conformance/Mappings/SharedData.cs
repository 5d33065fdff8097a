namespace CustomerJourney.Conformance.Mappings;

/// <summary>The data files that cases name; they lie in shared/data/cdnow, shared being beside the checkout.</summary>
internal static class SharedData
{
    public static IEnumerable<string> Lines(string dataFile)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", "cdnow", Path.GetFileName(dataFile));
            if (File.Exists(path)) return File.ReadLines(path);
        }

        throw new FileNotFoundException($"There is no shared/data/cdnow/{Path.GetFileName(dataFile)} beside the checkout.");
    }
}
