using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Learning;

/// <summary>Customers whose next stage is known by chance from what they do: each stage draws its own number of events of each name, so that naive Bayes is the true model.</summary>
internal static class KnownCounts
{
    public static readonly DateTimeOffset At = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["open", "buy", "ask"];
    private static readonly double[] Priors = [0.5, 0.3, 0.2];
    private static readonly double[][] Shares = [[0.7, 0.1, 0.2], [0.4, 0.4, 0.2], [0.2, 0.3, 0.5]];

    public static JourneyLog Draw(int customers, int seed)
    {
        Random random = new(seed);
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < customers; customer++)
        {
            int stage = Statistics.Models.SimulatedChain.Draw(Priors, random);
            for (int number = 0; number < 6; number++)
            {
                events.Add(new JourneyEvent
                {
                    Customer = $"c{customer:00000}",
                    Event = Names[Statistics.Models.SimulatedChain.Draw(Shares[stage], random)],
                    At = At.AddDays(number - 10),
                    CustomerAttributes = new Dictionary<string, string> { ["next"] = Support.LogGenerator.Shop.Stages[stage].Name },
                });
            }
        }

        return JourneyLog.From(events);
    }

    /// <summary>How often the best possible guess is right.</summary>
    public static double BayesAccuracy(JourneyLog log)
    {
        long right = 0;
        AttributeColumn next = log.Schema.CustomerAttributeColumn("next");
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            double[] scores = [.. Priors.Select(prior => Math.Log(prior))];
            foreach (ushort code in log.TraceOf(customer).Events)
                for (int stage = 0; stage < scores.Length; stage++) scores[stage] += Math.Log(Shares[stage][Array.IndexOf(Names, log.Schema.Events[code])]);
            if (Support.LogGenerator.Shop.Stages[Array.IndexOf(scores, scores.Max())].Name == next.Values[next.Codes[customer]]) right++;
        }

        return (double)right / log.CustomerCount;
    }
}
