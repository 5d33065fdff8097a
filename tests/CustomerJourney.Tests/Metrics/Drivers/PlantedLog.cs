using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Metrics.Drivers;

/// <summary>Customers of a shop who are asked at the end, and of whom it is known what moves their answers.</summary>
internal static class PlantedLog
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public static Journey Shop { get; } = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage
            .AddTouchpoint("Search", touch => touch.ObservedAs("search"))
            .AddTouchpoint("Advice", touch => touch.ObservedAs("advice")))
        .AddStage("Buy", stage => stage
            .AddTouchpoint("Basket", touch => touch.ObservedAs("basket"))
            .AddTouchpoint("Payment", touch => touch.ObservedAs("payment")))
        .AddStage("Use", stage => stage
            .AddTouchpoint("Help desk", touch => touch.ObservedAs("help"))
            .AddTouchpoint("Survey", touch => touch.ObservedAs("survey"))
            .AddTouchpoint("Complaint", touch => touch.ObservedAs("complaint"))));

    /// <summary>
    /// Each of search, advice, payment and help is met by chance, apart from the others. Help takes 40 points of NPS, the plan "pro" gives 20 points, nothing else moves anything.
    /// Who is unhappy complains afterwards.
    /// </summary>
    public static JourneyEvent[] Events(int customers, int seed)
    {
        Random random = new(seed);
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < customers; customer++)
        {
            string id = $"c{customer:D5}", plan = random.NextDouble() < 0.3 ? "pro" : "free";
            Dictionary<string, string> attributes = new() { ["plan"] = plan };
            DateTimeOffset at = Start.AddMinutes(customer);
            bool help = random.NextDouble() < 0.4;
            Add("basket");
            if (random.NextDouble() < 0.5) Add("search");
            if (random.NextDouble() < 0.25) Add("advice");
            if (random.NextDouble() < 0.5) Add("payment");
            if (help) Add("help");
            double shift = (help ? -0.2 : 0) + (plan == "pro" ? 0.1 : 0), draw = random.NextDouble();
            double score = draw < 0.45 + shift ? 9 + random.Next(2) : draw < 0.7 + shift ? 7 + random.Next(2) : random.Next(7);
            Add("survey", new Feedback(FeedbackKind.Nps, score));
            if (score < 7) Add("complaint");

            void Add(string name, Feedback? feedback = null)
            {
                at = at.AddHours(1);
                events.Add(new JourneyEvent { Customer = id, Event = name, At = at, Channel = random.NextDouble() < 0.5 ? "web" : "app", Feedback = feedback, CustomerAttributes = attributes });
            }
        }

        return [.. events];
    }

    public static StagedLog Staged(int customers, int seed) => Shop.Classify(JourneyLog.From(Events(customers, seed)));
}
