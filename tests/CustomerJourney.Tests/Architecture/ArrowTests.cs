using System.Reflection;

namespace CustomerJourney.Tests.Architecture;

public class ArrowTests
{
    private static readonly ILookup<string, string> TypesByRoom =
        SourceFile.All.SelectMany(file => file.Types.Select(type => (file.Room, type.Name))).ToLookup(type => type.Room, type => type.Name);

    private static readonly (string From, string To, string Where)[] Arrows =
    [
        .. SourceFile.All.SelectMany(file => Rooms.UsedBy(file.Code, TypesByRoom)
            .Where(use => use.Room != file.Room)
            .Select(use => (file.Room, use.Room, $"{file.Path}: {use.Words}"))),
    ];

    [Fact]
    public void Every_folder_is_a_room_of_the_house() =>
        Assert.All(SourceFile.All, file => Assert.True(Rooms.FloorOf(file.Room) >= 0, $"{file.Path} lies in a folder that no floor of {nameof(Rooms)} names; give it one (DESIGN, \"Rooms of the house\")."));

    [Fact]
    public void A_room_uses_only_rooms_on_floors_below()
    {
        Assert.True(Arrows.Length > 20, "So few arrows were found that the test is likely to be blind.");
        Assert.Empty(Arrows.Where(arrow => Rooms.FloorOf(arrow.To) >= Rooms.FloorOf(arrow.From)).Select(arrow => $"{arrow.From} uses {arrow.To}, which does not lie below it: {arrow.Where}"));
    }

    [Fact]
    public void Rooms_form_no_circle() => Assert.Empty(Rooms.CircleIn(Arrows.ToLookup(arrow => arrow.From, arrow => arrow.To)));

    [Fact]
    public void Compiled_code_has_no_arrows_that_the_sources_hide()
    {
        // A verb of an …Extensions class is called without a using: only the compiled code shows that arrow.
        Dictionary<string, string> roomOfType = SourceFile.All
            .SelectMany(file => file.Types.Select(type => (Key: $"{file.Namespace}.{type.Name}", file.Room)))
            .DistinctBy(type => type.Key).ToDictionary(type => type.Key, type => type.Room);
        List<string> wrong = [];
        int seen = 0;
        foreach (Type type in typeof(Journey).Assembly.GetTypes())
        {
            if (RoomOf(type) is not { } from) continue;
            foreach (MemberInfo member in CompiledCode.MembersUsedBy(type))
            {
                if (RoomOf(member as Type ?? member.DeclaringType) is not { } to || to == from) continue;
                seen++;
                if (Rooms.FloorOf(to) >= Rooms.FloorOf(from)) wrong.Add($"{type.FullName} ({from}) uses {member.DeclaringType?.FullName}.{member.Name} ({to})");
            }
        }

        Assert.True(seen > 50, "So few arrows were found that the test is likely to be blind.");
        Assert.Empty(wrong.Distinct());

        string? RoomOf(Type? type)
        {
            while (type?.DeclaringType is { } outer) type = outer;
            return type is null ? null : roomOfType.GetValueOrDefault($"{type.Namespace}.{type.Name.Split('`')[0]}");
        }
    }

    [Theory]
    [InlineData("using CustomerJourney.Events;", "Events")]
    [InlineData("using static CustomerJourney.Events.LogSchema;", "Events")]
    [InlineData("using Log = CustomerJourney.Events.JourneyLog;", "Events")]
    [InlineData("global::CustomerJourney.Events.JourneyLog log;", "Events")]
    [InlineData("Events.JourneyLog log;", "Events")]
    [InlineData("string s = $\"{Events.JourneyLog.X}\";", "Events")]
    [InlineData("string s = $$\"\"\"{{Events.JourneyLog.X}} \"\"\";", "Events")]
    [InlineData("x.Events.JourneyLog", "")]
    [InlineData("Events.Count", "")]
    [InlineData("// using CustomerJourney.Events;", "")]
    [InlineData("/* Events.JourneyLog */", "")]
    [InlineData("string s = \"Events.JourneyLog \\\" Events.JourneyLog\";", "")]
    [InlineData("string s = @\"Events.JourneyLog \"\" Events.JourneyLog\";", "")]
    [InlineData("string s = $\"{{Events.JourneyLog}}\" + \"\";", "")]
    [InlineData("char c = '\"'; Events.JourneyLog x = '\\'';", "Events")]
    public void The_test_sees_an_arrow_in_code_and_only_there(string code, string room) =>
        Assert.Equal(room, string.Join(',', Rooms.UsedBy(SourceFile.WithoutCommentsAndTexts(code), TypesByRoom).Select(use => use.Room).Distinct()));

    [Fact]
    public void The_test_sees_a_circle()
    {
        (string, string)[] arrows = [("A", "B"), ("B", "C"), ("C", "D"), ("D", "B"), ("A", "D")];
        Assert.Equal(["B", "C", "D", "B"], Rooms.CircleIn(arrows.ToLookup(arrow => arrow.Item1, arrow => arrow.Item2)));
        Assert.Empty(Rooms.CircleIn(arrows[..3].ToLookup(arrow => arrow.Item1, arrow => arrow.Item2)));
    }
}
