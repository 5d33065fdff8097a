using System.Globalization;
using System.Text;
using CustomerJourney.Benchmarks.Data;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times a tracker over the store in memory on one thread: a million events of mixed customers, in order and with late ones, and says what is kept of a customer.</summary>
internal sealed class TrackerTimes(int repeat, TextWriter output)
{
    private const int Events = 1_000_000;
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(30);

    private readonly StageClassifier _plain = StageClassifier.Create(Shop.Journey);
    private readonly StageClassifier _ruled = StageClassifier.Create(Shop.Journey, ArrivalStream.Rules);

    public void Measure()
    {
        JourneyEvent[] ordered = ArrivalStream.Make(Events, 0, Latest);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tracker in memory, one thread, {Events:N0} events of {ordered.Select(e => e.Customer).Distinct().Count():N0} customers, million events/s"));
        output.WriteLine($"{"",-28}{"best",8}{"median",8}{"processor",11}{"bytes/event",13}");
        JourneyEvent[] late = ArrivalStream.Make(Events, 0.05, Latest);
        foreach (int kept in new[] { 0, new StageTrackerOptions().KeptEvents })
        {
            StageTrackerOptions options = new() { KeptEvents = kept };
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kept} events kept for explanations"));
            Report("in order, no rules", _plain, options, ordered);
            Report("in order, four rules", _ruled, options, ordered);
            Report("5 % late, no rules", _plain, options, late);
            Report("5 % late, four rules", _ruled, options, late);
            Describe("documents, no rules", _plain, options, ordered);
            Describe("documents, four rules", _ruled, options, ordered);
        }
    }

    /// <summary>The store in memory never waits, so all of this runs on the thread that calls.</summary>
    private static InMemoryStageStore Track(StageClassifier classifier, StageTrackerOptions options, JourneyEvent[] stream) => TrackAsync(classifier, options, stream).GetAwaiter().GetResult();

    private static async Task<InMemoryStageStore> TrackAsync(StageClassifier classifier, StageTrackerOptions options, JourneyEvent[] stream)
    {
        InMemoryStageStore store = new();
        StageTracker tracker = classifier.Track(store, options);
        foreach (JourneyEvent next in stream) await tracker.TrackAsync(next).ConfigureAwait(false);
        return store;
    }

    private static async Task<int> LengthOf(InMemoryStageStore store, string customer) =>
        Encoding.UTF8.GetByteCount((await store.FindAsync(customer, CancellationToken.None).ConfigureAwait(false))!.Json);

    private void Report(string name, StageClassifier classifier, StageTrackerOptions options, JourneyEvent[] stream)
    {
        Timing timing = Timing.Of(() => Track(classifier, options, stream), repeat);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Track(classifier, options, stream);
        double allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / stream.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{Speed(timing.Minimum),8:F2}{Speed(timing.Median),8:F2}{Speed(timing.LeastProcessor),11:F2}{allocated,13:F0}"));

        double Speed(TimeSpan time) => stream.Length / time.TotalMicroseconds;
    }

    private void Describe(string name, StageClassifier classifier, StageTrackerOptions options, JourneyEvent[] stream)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        InMemoryStageStore store = Track(classifier, options, stream);
        long live = GC.GetTotalMemory(forceFullCollection: true) - before;
        string[] customers = [.. stream.Select(e => e.Customer).Distinct()];
        int[] lengths = [.. customers.Select(customer => LengthOf(store, customer).GetAwaiter().GetResult())];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28}{lengths.Average():F0} bytes a customer, greatest {lengths.Max():N0}; live in memory {(double)live / customers.Length:F0} bytes a customer, the events themselves not counted"));
    }
}
