using CustomerJourney;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

Journey shop = Journey.Create("Online shop", map => map
    .AddStage("Awareness", stage => stage.AddTouchpoint("Search ad", touch => touch.ObservedAs("ad_click")))
    .AddStage("Purchase", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid")))
    .AddStage("Support", stage => stage.AddTouchpoint("Help desk", touch => touch.ObservedAs("ticket_opened"))));

JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", new EventMapping
{
    Customer = "customer",
    Event = "event",
    Time = "time",
    Channel = "channel",
    Score = "score",
    ScoreKind = FeedbackKind.Nps,
});
StagedLog staged = shop.Classify(log);

foreach (var (stage, nps) in staged.Measure(new Nps().By(Dimension.Stage)))
    Console.WriteLine($"{stage,-12} {nps.Responses,3} answers   NPS {nps.Estimate?.ToString() ?? "not known"}");

await staged.Report().WriteHtmlAsync("report.html");
