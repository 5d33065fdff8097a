using BenchmarkDotNet.Running;
using CustomerJourney;
using CustomerJourney.Benchmarks.Plain;

const string Plain = "plain";
const string Hidden = "hidden";
const string Stages = "stages";
const string Tracker = "tracker";
const int Repeats = 7;
const string Survival = "survival";
const string Lifetime = "lifetime";
const string LifetimeOnLog = "lifetime-log";

if (args.Length == 0)
{
    Console.WriteLine(
        $"""
        Benchmarks of CustomerJourney. Run in Release:
          -- --filter '*Funnel*'    BenchmarkDotNet, library against LINQ (add --job short for a quick look, --list flat for the names)
          -- {PlainOptions.Usage}
                                    times over many events, on one thread and on all
          -- {Hidden}                 times of the hidden Markov model
          -- {Stages} [arguments of {Plain}]  times of classification, with rules and without, and of visits
          -- {Tracker}                times of the tracker, one event at a time
          -- {Survival}               times of Kaplan-Meier and log-rank
          -- {Lifetime}               times of fits of repeat buying and of exact tests of a million cases
          -- {LifetimeOnLog}          times of metrics of times and purchases over a log
        """);
    return 0;
}

if (args[0] == Hidden)
{
    new HiddenMarkovTimes(Repeats, Console.Out).Measure();
    return 0;
}

if (args[0] == Survival)
{
    new SurvivalTimes(Repeats, Console.Out).Measure();
    return 0;
}

if (args[0] == Lifetime)
{
    new LifetimeTimes(Repeats, Console.Out).Measure();
    return 0;
}

if (args[0] == LifetimeOnLog)
{
    new LogLifetimeTimes(Repeats, Console.Out).Measure();
    return 0;
}

if (args[0] == Tracker)
{
    new TrackerTimes(Repeats, Console.Out).Measure();
    return 0;
}

if (args[0] is not (Plain or Stages))
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

try
{
    PlainOptions options = PlainOptions.Parse(args[1..]);
    if (args[0] == Stages) new StageTimes(options, Console.Out).Measure();
    else new PlainRunner(options, Console.Out).Run();
    return 0;
}
catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or JourneyDefinitionException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
