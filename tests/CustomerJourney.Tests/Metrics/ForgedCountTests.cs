using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Surveys;

namespace CustomerJourney.Tests.Metrics;

/// <summary>A kept state may name any count. It must not take memory in proportion to it.</summary>
public class ForgedCountTests
{
    private const long Most = 16 << 20;

    private static readonly JourneyLog Log = JourneyLog.From([new JourneyEvent { Customer = "a", Event = "from", At = Orders.Start, CustomerAttributes = new Dictionary<string, string> { ["plan"] = "free" } }]);

    [Fact]
    public void Answers_that_are_counted_are_weighted_without_a_place_for_each()
    {
        PoststratifiedSurveyResult result = Read(new PoststratifiedSurvey(new Nps(), "plan"), state =>
        {
            state.Write(0L);
            new Nps().CreateAccumulator(Log.Schema).Save(state);
            state.Write(1);
            state.Write(true);
            state.Write("free");
            state.Write(2_000_000_000L);
            state.Write(2);
            foreach (double outcome in new[] { -1.0, 1.0 })
            {
                state.Write(outcome);
                state.Write(900_000_000L);
            }
        }, one => one.ToJson());
        Assert.Equal(1_800_000_000, result.Observations);
        Assert.Equal(0, result.Value);
    }

    [Fact]
    public void Times_that_are_counted_have_quantiles_without_a_place_for_each()
    {
        TimeToEventResult result = Read(new TimeBetween("from", "to"), state =>
        {
            state.Write(0L);
            state.Write(2);
            foreach (double days in new[] { 1.0, 3.0 })
            {
                state.Write(days);
                state.Write(1_500_000_000L);
            }

            state.Write(0);
            state.Write(0);
            state.Write(0);
            state.Write(0L);
            state.Write(1L);
            state.Write(0L);
        }, one => one.ToJson());
        Assert.Equal(2, result.CompletedTimes.Median);
    }

    private static T Read<T>(Analysis<T> question, Action<BinaryWriter> write, Func<T, string> text)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        write(writer);
        bytes.Position = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Accumulator<T> accumulator = question.CreateAccumulator(Log.Schema);
        using BinaryReader reader = new(bytes);
        accumulator.Load(reader);
        Assert.Equal(bytes.Length, bytes.Position);
        T result = accumulator.ToResult();
        Assert.NotEmpty(text(result));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
        return result;
    }
}
