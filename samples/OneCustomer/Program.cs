// Every example of docs/classification.md, in its order: one program, so each example may use what was made before it.
using System.Globalization;
using System.Text;
using CustomerJourney;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Evaluation;
using OneCustomer;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

Console.WriteLine("=== evidence");
// Example: evidence
Journey shop = Journey.Create("Coffee by mail", map => map
    .AddStage("Awareness", stage => stage
        .AddTouchpoint("Search ad", touch => touch.ObservedAs("ad_click")))
    .AddStage("Consideration", stage => stage
        .AddTouchpoint("Newsletter", touch => touch.ObservedAs("mail_opened"))
        .AddTouchpoint("Offer mail", touch => touch.ObservedBy(new EventBinding
        {
            Event = "mail_opened",
            Conditions = [new EventCondition { Attribute = "campaign", Value = "offer" }],
        })))
    .AddStage("Purchase", stage => stage
        .AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid")))
    .AddStage("Loyalty", stage => stage
        .AddTouchpoint("Club mail", touch => touch.ObservedAs("mail_opened")))
    .AddStage("Lapsed"));

JourneyLog log = await JourneyLog.ReadCsvAsync("anna.csv", new EventMapping
{
    Id = "id", Customer = "customer", Event = "event", Time = "time", RecordedAt = "recorded",
    EventAttributes = ["campaign"], Value = "value", Currency = "currency",
});

StagedLog byEvidence = shop.Classify(log);
foreach (StageVisit visit in byEvidence["anna"].Visits) Console.WriteLine($"{visit.Entered:yyyy-MM-dd} {visit.Stage.Name}");
Console.WriteLine($"not known to the map: {string.Join(", ", byEvidence.Quality.UnknownEventNames.Select(name => name.Name))}");
// End

Console.WriteLine("=== rules");
// Example: rules
StageRules rules = StageRules.Create(rules => rules
    .EnterFromHistory("stage:", ("vip", "Loyalty"))
    .Enter("Consideration", whenEvent: "product_viewed", times: 3, within: TimeSpan.FromDays(7))
    .EnterOnTotal("Loyalty", whenEvent: "order_paid", atLeast: 100, currency: "EUR")
    .EnterAfterSequence("Loyalty", steps => steps.Then("order_paid").Then("friend_invited").Without("ticket_opened"), within: TimeSpan.FromDays(30))
    .EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.FromDays(90))
    .DormantAfter(TimeSpan.FromDays(60)));
StageClassifier classifier = StageClassifier.Create(shop, rules);
StagedLog staged = classifier.Classify(log);
CustomerStage anna = staged["anna"];
// End

Console.WriteLine("=== visits");
// Example: visits
foreach (StageVisit visit in anna.Visits)
{
    string marks = string.Concat(
        visit.SkippedStages > 0 ? $", skips {visit.SkippedStages}" : "", visit.IsBackward ? ", backward" : "", visit.IsReturn ? ", again" : "",
        visit.IsFromSilence ? ", by silence" : "", visit.IsReentry ? ", re-entry" : "", visit.EndedDormant ? ", until dormant" : "");
    Console.WriteLine($"{visit.Entered:yyyy-MM-dd} to {visit.Exited?.ToString("yyyy-MM-dd") ?? "now",-10} {visit.Stage.Name}, events {visit.Events}{marks}");
}
// End

Console.WriteLine("=== records");
// Example: records
foreach (StageRecord record in anna.Stages)
    Console.WriteLine($"{record.Stage.Name,-13} visits {record.Visits}, events {record.Events}, days {record.CumulativeTime.TotalDays,4:0.0}, weight {record.Weight:0.000}");
StageRecord purchase = anna.Of("Purchase");
Console.WriteLine($"became a customer on {purchase.FirstEntered:yyyy-MM-dd}, latest on {purchase.LatestEntered:yyyy-MM-dd}");
// End

Console.WriteLine("=== policies");
// Example: policies
foreach (string day in new[] { "2026-01-21", "2026-02-03", "2026-06-02", "2026-06-30" })
{
    CustomerStage then = classifier.Classify(log, asOf: At(day))["anna"];
    Console.WriteLine($"{day}: latest {then.Latest!.Name,-13} furthest {then.Furthest!.Name,-8} recency-weighted {then.RecencyWeighted!.Name}");
}

StageClassifier calm = StageClassifier.Create(shop, rules with { Current = CurrentStageRule.RecencyWeighted, HalfLife = TimeSpan.FromDays(14) });
Console.WriteLine($"current on 2026-01-21, recency-weighted: {calm.Classify(log, asOf: At("2026-01-21"))["anna"].Current!.Name}");
// End

Console.WriteLine("=== as of");
// Example: as of
foreach (string day in new[] { "2026-04-01", "2026-05-01", "2026-05-10" })
{
    CustomerStage then = classifier.Classify(log, asOf: At(day))["anna"];
    Console.WriteLine($"as of {day}: {then.Current!.Name}{(then.IsDormant ? $", dormant since {then.DormantSince:yyyy-MM-dd}" : "")}");
}
// End

Console.WriteLine("=== known at");
// Example: known at
Console.WriteLine($"on 2026-06-05, as it was:   {classifier.Classify(log, asOf: At("2026-06-05"))["anna"].Current!.Name}");
Console.WriteLine($"on 2026-06-05, as known then: {classifier.Classify(log.KnownAt(At("2026-06-05")), asOf: At("2026-06-05"))["anna"].Current!.Name}");
// End

Console.WriteLine("=== why");
// Example: why
Console.Write(staged.Explain("anna").ToText());
// End

Console.WriteLine("=== tracker");
// Example: tracker
StageTracker tracker = classifier.Track(options: new StageTrackerOptions { Lateness = TimeSpan.FromDays(2) });
JourneyEvent[] arrivals =
[
    Event("3", "product_viewed", "2026-01-07"),
    Event("5", "product_viewed", "2026-01-10"),
    Event("4", "product_viewed", "2026-01-09"),   // out of order
    Event("4", "product_viewed", "2026-01-09"),   // again
    Event("6", "order_paid", "2026-01-12"),
    Event("1", "ad_click", "2026-01-05"),         // a week late
];
foreach (JourneyEvent arrived in arrivals)
{
    StageChange change = await tracker.TrackAsync(arrived);
    Console.WriteLine($"{arrived.At:MM-dd} {arrived.Event,-14} {change.Outcome,-9} {change.Before?.Name ?? "(none)"} -> {change.After?.Name ?? "(none)"}");
}
// End

Console.WriteLine("=== rebuild");
// Example: rebuild
CustomerStage? rebuilt = await tracker.RebuildAsync("anna", arrivals);
Console.WriteLine(string.Join(" -> ", rebuilt!.Visits.Select(visit => visit.Stage.Name)));
CustomerStage? inMay = await tracker.FindAsync("anna", asOf: At("2026-05-10"));
Console.WriteLine($"if nothing else happens until 2026-05-10: {inMay!.Current!.Name}");
// End

Console.WriteLine("=== hidden");
// Example: hidden
HiddenStageModel suggested = HiddenStageModel.FromMap(shop, new HiddenStageMapOptions { OtherEvents = ["product_viewed"] });
JourneyLog many = JourneyLog.From(Shoppers.Events());
HiddenStageFit fit = HiddenStageModel.Learn(many, suggested, new HiddenStageLearningOptions { Prior = suggested, PriorWeight = 100 });
Console.WriteLine($"log-likelihood {suggested.LogLikelihood(many).LogLikelihood:0}, learned {fit.LogLikelihood:0} in {fit.Starts[0].Iterations} iterations");
HiddenStagePath before = suggested.Decode(log, "anna"), after = fit.Model.Decode(log, "anna");
foreach ((HiddenStageEvent guess, HiddenStageEvent learned) in before.Events.Zip(after.Events))
    Console.WriteLine($"{guess.At:yyyy-MM-dd} {guess.Event,-14} {guess.Stage.Name,-13} {guess.Probability:0.00}  learned: {learned.Stage.Name,-13} {learned.Probability:0.00}");
// End

Console.WriteLine("=== predictor");
// Example: predictor
StagedLog labels = classifier.Classify(many, asOf: At("2026-05-01"));
(StageExamples train, StageExamples test) = StageExamples.SplitByTime(labels, trainAt: At("2026-02-10"), testAt: At("2026-03-15"), horizon: TimeSpan.FromDays(30));
StagePredictor predictor = StagePredictor.Train(train);
StagePrediction prediction = predictor.Predict(log, "anna", At("2026-01-11"))!;
foreach (StageProbability stage in prediction.Probabilities) Console.WriteLine($"{stage.Stage,-13} {stage.Probability:0.00}");
// End

Console.WriteLine("=== evaluation");
// Example: evaluation
StageEvaluation evaluation = predictor.Evaluate(test);
Console.WriteLine(evaluation);
foreach (ClassScores scores in evaluation.Matrix.PerClass.Where(scores => scores.Support > 0))
    Console.WriteLine($"{evaluation.Stages[scores.Class],-13} precision {scores.Precision:0.00}, recall {scores.Recall:0.00}, of {scores.Support}");
// End

Console.WriteLine("=== json");
// Example: json
StageRules one = rules with { Rules = [rules.Rules[2]] };   // the sequence alone, to be short
Console.Write(one.ToJson());
Console.WriteLine($"reads back equal: {StageRules.Parse(rules.ToJson()) == rules}");
// End

Console.WriteLine("=== faults");
// Example: faults
try
{
    StageClassifier.Create(shop, wrong => wrong
        .Enter("Loyality", whenEvent: "order_paid", times: 3)
        .EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.Zero));
}
catch (JourneyDefinitionException problem)
{
    Console.WriteLine(problem.Message);
}
// End

static DateTimeOffset At(string day) => DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture);

static JourneyEvent Event(string id, string name, string day) => new() { Id = id, Customer = "anna", Event = name, At = At(day) };
