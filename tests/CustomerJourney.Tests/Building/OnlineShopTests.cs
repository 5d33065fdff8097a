using System.Text.Json.Nodes;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Building;

public class OnlineShopTests
{
    [Fact]
    public async Task A_map_of_three_printed_pages_in_code_is_the_same_map_as_its_document()
    {
        Journey read = await Journey.LoadAsync(ExampleMaps.Path("online-shop"));
        JsonObject document = JsonNode.Parse(read.ToJson())!.AsObject();
        foreach (string beside in (string[])["$schema", "x-note", "x-source"]) Assert.True(document.Remove(beside));

        // Durations are spelled as they were read: P1Y is 365 days.
        document["journey"]!["stages"]![3]!["expectedDuration"]!["max"] = "P365D";
        document["journey"]!["stages"]![4]!["expectedDuration"]!["max"] = "P730D";
        Assert.Equal(document.ToJsonString(), JsonNode.Parse(OnlineShop.Map.ToJson())!.ToJsonString());
    }

    [Fact]
    public void It_takes_less_than_150_lines() =>
        Assert.InRange(File.ReadAllLines(Repository.File("tests", "CustomerJourney.Tests", "Building", "OnlineShop.cs")).Length, 1, 149);
}
