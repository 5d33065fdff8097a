using CustomerJourney.Conformance;
using CustomerJourney.Conformance.Mappings;

if (Arguments.Parse(args, out string problem) is not { } arguments)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

return Runner.Run(arguments, MetricTable.All, RefusedCases.Read(), Console.Out);
