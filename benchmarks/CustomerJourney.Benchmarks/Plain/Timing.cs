using System.Diagnostics;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times of one operation, repeated.</summary>
internal sealed class Timing
{
    private const int WarmUps = 3;

    // The runtime compiles hot code anew in the background; times before that say nothing.
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(1);

    private Timing(TimeSpan[] times, TimeSpan[] processor)
    {
        Array.Sort(times);
        Array.Sort(processor);
        (Minimum, Median) = (times[0], times[times.Length / 2]);
        (LeastProcessor, Processor) = (processor[0], processor[processor.Length / 2]);
    }

    public TimeSpan Minimum { get; }

    public TimeSpan Median { get; }

    /// <summary>The least processor time of a run, over all threads: what a run costs where other programs take the cores away.</summary>
    public TimeSpan LeastProcessor { get; }

    /// <summary>The median processor time of a run, over all threads.</summary>
    public TimeSpan Processor { get; }

    /// <summary>Times an operation after it has become warm.</summary>
    public static Timing Of(Action operation, int repeat)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int run = 0; run < WarmUps || Stopwatch.GetElapsedTime(begin) < LeastWarmUp; run++) operation();
        return OfWarm(operation, repeat);
    }

    /// <summary>Times an operation that has run before.</summary>
    public static Timing OfWarm(Action operation, int repeat)
    {
        TimeSpan[] times = new TimeSpan[repeat];
        TimeSpan[] processor = new TimeSpan[repeat];
        for (int run = 0; run < repeat; run++)
        {
            GC.Collect();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            operation();
            times[run] = Stopwatch.GetElapsedTime(start);
            processor[run] = Environment.CpuUsage.TotalTime - before;
        }

        return new Timing(times, processor);
    }
}
