namespace CustomerJourney.Tests.Support;

/// <summary>A fact about a file of the shared folder; skipped with a message where the folder is missing.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(params string[] parts)
    {
        if (SharedFolder.Path is null) Skip = "The shared folder with data sets and expected values is not beside this checkout.";
        else if (!Path.Exists(SharedFolder.File(parts))) Skip = $"shared/{string.Join('/', parts)} is missing.";
    }
}
