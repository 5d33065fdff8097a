using System.Text.Json;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.StageModels;

/// <summary>The published models as the specification has them: copies of its data, so that a fresh clone can check itself.</summary>
internal static class PublishedModels
{
    public static JsonElement Json { get; } = JsonDocument.Parse(Text("stage-models.json")).RootElement.Clone();

    public static string Text(string file) => File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "StageModels", "Published", file));
}
