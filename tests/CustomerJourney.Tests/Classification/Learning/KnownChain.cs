using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Tests.Statistics.Models;

namespace CustomerJourney.Tests.Classification.Learning;

/// <summary>Logs drawn from a known hidden chain over three stages; every event carries its true stage as an attribute.</summary>
internal static class KnownChain
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly string[] Events = ["ask", "basket", "login", "pay", "search", "view"];

    /// <summary>The map: what is typical of each stage; "ask" belongs to two of them.</summary>
    public static Journey Shop { get; } = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Search", touch => touch.ObservedAs("search", "view")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Checkout", touch => touch.ObservedAs("basket", "pay", "ask")))
        .AddStage("Use", stage => stage.AddTouchpoint("Account", touch => touch.ObservedAs("login", "ask"))));

    /// <summary>The same stages, read off the attribute.</summary>
    public static Journey Labels { get; } = Journey.Create("Shop", map =>
    {
        foreach (string name in new[] { "Look", "Buy", "Use" })
        {
            map.AddStage(name, stage => stage.AddTouchpoint($"At {name}", touch =>
            {
                foreach (string one in Events) touch.ObservedBy(new EventBinding { Event = one, Conditions = [new() { Attribute = "truth", Value = name }] });
            }));
        }
    });

    /// <summary>The chain: skips and returns happen, every event happens everywhere.</summary>
    public static HiddenStageModel Truth { get; } = HiddenStageModel.Create(Shop, Events, HiddenMarkovModel.Create(
        [0.85, 0.1, 0.05],
        [[0.88, 0.09, 0.03], [0.1, 0.8, 0.1], [0.05, 0.05, 0.9]],
        [[0.08, 0.06, 0.04, 0.02, 0.35, 0.45], [0.1, 0.4, 0.05, 0.3, 0.05, 0.1], [0.2, 0.03, 0.6, 0.02, 0.05, 0.1]]));

    public static JourneyLog Draw(int customers, int length, int seed, string prefix = "c") => JourneyLog.From(EventsOf(customers, length, seed, prefix));

    public static IEnumerable<JourneyEvent> EventsOf(int customers, int length, int seed, string prefix = "c")
    {
        Random random = new(seed);
        for (int customer = 0; customer < customers; customer++)
        {
            (ushort[] observations, byte[] states) = SimulatedChain.Draw(Truth.Probabilities, length, random);
            for (int t = 0; t < length; t++)
            {
                yield return new JourneyEvent
                {
                    Customer = $"{prefix}{customer:00000}",
                    Event = Events[observations[t]],
                    At = Start.AddDays(t),
                    Attributes = new Dictionary<string, string> { ["truth"] = Shop.Stages[states[t]].Name },
                };
            }
        }
    }

    /// <summary>How often the most probable stage of an event is the true one.</summary>
    public static double PosteriorAccuracy(HiddenStageModel model, StagedLog truth)
    {
        long right = 0, all = 0;
        for (int customer = 0; customer < truth.CustomerCount; customer++)
        {
            HiddenStagePath path = model.Decode(truth, truth.CustomerIds[customer]);
            ReadOnlySpan<byte> stages = truth.TraceOf(customer).Stages;
            foreach (HiddenStageEvent one in path.Events)
            {
                all++;
                if (one.MostProbable.Position == stages[one.Position]) right++;
            }
        }

        return (double)right / all;
    }
}
