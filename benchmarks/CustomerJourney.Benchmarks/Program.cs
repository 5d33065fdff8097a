using BenchmarkDotNet.Running;
using CustomerJourney;
using CustomerJourney.Benchmarks.Plain;

const string Plain = "plain";
const string Hidden = "hidden";
const string Survival = "survival";
const int ShortRepeats = 7;

if (args.Length == 0)
{
    Console.WriteLine(
        $"""
        Benchmarks of CustomerJourney. Run in Release:
          -- --filter '*Funnel*'    BenchmarkDotNet, library against LINQ (add --job short for a quick look, --list flat for the names)
          -- {PlainOptions.Usage}
                                    times over many events, on one thread and on all
          -- {Hidden}                 times of the hidden Markov model
          -- {Survival}               times of Kaplan-Meier and log-rank
        """);
    return 0;
}

if (args[0] == Hidden)
{
    new HiddenMarkovTimes(ShortRepeats, Console.Out).Measure();
    return 0;
}

if (args[0] == Survival)
{
    new SurvivalTimes(ShortRepeats, Console.Out).Measure();
    return 0;
}

if (args[0] != Plain)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

try
{
    new PlainRunner(PlainOptions.Parse(args[1..]), Console.Out).Run();
    return 0;
}
catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or JourneyDefinitionException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
