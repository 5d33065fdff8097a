using System.Text;
using CustomerJourney;
using JourneyMaps;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
IReadOnlyList<Journey> maps = AllMaps.Create();
switch (args)
{
    case []:
        foreach (Journey map in maps) MapPrinter.Print(map, Console.Out);
        return 0;
    case [var name] when maps.FirstOrDefault(map => map.Id == name) is { } chosen:
        Console.Write(chosen.ToJson());
        return 0;
    default:
        Console.Error.WriteLine($"journeymaps: give nothing to see all maps, or one name to see a map as JSON: {string.Join(", ", maps.Select(map => map.Id))}.");
        return 2;
}
