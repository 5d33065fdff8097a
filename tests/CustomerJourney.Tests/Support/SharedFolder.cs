namespace CustomerJourney.Tests.Support;

/// <summary>Finds the folder <c>shared</c> beside the checkout: data sets and expected values that are not committed.</summary>
internal static class SharedFolder
{
    /// <summary>The folder, or null on a machine that does not have it.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The full path of a file below the folder; only for tests marked <see cref="SharedFactAttribute"/>.</summary>
    public static string File(params string[] parts) => System.IO.Path.Combine([Path!, .. parts]);

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "oracles"))) return candidate;
        }

        return null;
    }
}
