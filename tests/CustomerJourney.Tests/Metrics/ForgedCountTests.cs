using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Metrics.Survival;

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

    [Fact]
    public void Customers_who_are_counted_are_fitted_without_a_place_for_each()
    {
        PurchaseModels? models = null;
        Read(new PurchaseSummary { Unit = CalendarUnit.Day }, state =>
        {
            int begun = DateOnly.FromDateTime(Orders.Start.UtcDateTime).DayNumber - 100;
            state.Write(1);
            state.Write("EUR");
            for (int counts = 0; counts < 3; counts++) state.Write(0L);
            state.Write(Orders.Start.UtcTicks);
            state.Write(0L);
            (int Repeats, int Recency, long Count)[] groups = [(0, 0, 1_500_000_000), (1, 30, 900_000_000), (4, 90, 700_000_000)];
            state.Write(groups.Length);
            foreach ((int repeats, int recency, long count) in groups)
            {
                state.Write(repeats);
                state.Write(recency);
                state.Write(begun);
                state.Write(count);
            }

            (int Repeats, long Units, long Count)[] spend = [(1, 100_000, 900_000_000), (4, 800_000, 700_000_000)];
            state.Write(spend.Length);
            foreach ((int repeats, long units, long count) in spend)
            {
                state.Write(repeats);
                state.Write(units);
                state.Write(count);
            }
        }, one =>
        {
            models = PurchaseModels.Fit(one);
            Assert.NotNull(models.Pareto);
            return one.ToJson();
        });
        Assert.Equal((3_100_000_000, 1_600_000_000), (models!.BetaGeometric!.Customers, models.Spend!.Customers));
        // Two groups of 9 and 7 with 1 and 4 purchases of 10 and 20.
        Assert.Equal(1, models.SpendCorrelation!.Value, 1e-12);
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
