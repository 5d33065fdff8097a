using System.Diagnostics;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times of one operation, repeated.</summary>
internal sealed class Timing
{
    private const int WarmUps = 3;

    private Timing(TimeSpan[] times, TimeSpan processor) => (Minimum, Median, Processor) = (times[0], times[times.Length / 2], processor);

    public TimeSpan Minimum { get; }

    public TimeSpan Median { get; }

    /// <summary>The mean processor time of a run over all threads: what is left where other programs take the cores away.</summary>
    public TimeSpan Processor { get; }

    public static Timing Of(Action operation, int repeat)
    {
        for (int run = 0; run < WarmUps; run++) operation();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan[] times = new TimeSpan[repeat];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int run = 0; run < repeat; run++)
        {
            long start = Stopwatch.GetTimestamp();
            operation();
            times[run] = Stopwatch.GetElapsedTime(start);
        }

        TimeSpan processor = (Environment.CpuUsage.TotalTime - before) / repeat;
        Array.Sort(times);
        return new Timing(times, processor);
    }

    /// <summary>Runs what parallelizes itself on one thread: its loops see a scheduler that never runs two tasks at once.</summary>
    public static void OnOneThread(Action operation)
    {
        TaskScheduler one = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        Task.Factory.StartNew(operation, CancellationToken.None, TaskCreationOptions.None, one).GetAwaiter().GetResult();
    }
}
