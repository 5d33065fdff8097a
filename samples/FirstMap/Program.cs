using CustomerJourney;
using CustomerJourney.Checks;
using CustomerJourney.Comparison;
using CustomerJourney.Maps;
using CustomerJourney.StageModels;

// Define: begin with the stages of a published model, say what happens there and how it feels.
Journey shop = Journey.Create("Online shop", StageModel.FiveStage, map => map
    .AddPersona("Ana", ana => ana.Primary().LookingFor("no surprises at checkout"))
    .EditStage("consideration", stage => stage.AddTouchpoint("Product page", touch => touch.On(ChannelCategory.Website).Feels(1, target: 1)))
    .EditStage("decision", stage => stage.AddTouchpoint("Checkout", touch => touch.On(ChannelCategory.Website).Important(5)
        .Feels(-1, target: 1).AddPainPoint("Shipping costs come last", Severity.Major, affectedShare: 0.4))));

// Save and load: the same map gives the same bytes.
await shop.SaveAsync("shop.journey.json");
Journey current = await Journey.LoadAsync("shop.journey.json");

// Analyze, and check what is left out or contradicts itself.
MapAnalysis analysis = current.Analyze();
Console.WriteLine(FormattableString.Invariant($"Journey score {analysis.Score:0.00}, remembered as {analysis.Emotions.PeakEnd:0.00}; worst: {analysis.PainPoints.PainPoints[0].PainPoint}."));
CheckReport report = current.Check(asOf: new DateOnly(2026, 3, 1));
Console.WriteLine($"{report.Findings.Count} findings, the first: {report.Findings[0].Rule} {report.Findings[0].Element}: {report.Findings[0].Message}");

// Change a copy, and compare.
Journey better = current.With(map => map.EditStage("decision", stage => stage.EditTouchpoint("Checkout", touch => touch.Feels(1))));
foreach (MapChange change in MapComparison.Between(current, better).Changes) Console.WriteLine($"{change.Kind}: {change.Element}: {change.Description}");

// Export: a diagram for documents, a table for spreadsheets.
File.WriteAllText("shop.mmd", better.ToMermaid());
File.WriteAllText("shop.csv", better.ToCsv());
