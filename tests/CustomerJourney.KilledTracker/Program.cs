using System.Data.Common;
using System.Globalization;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.KilledTracker;
using Microsoft.Data.Sqlite;

// Tracks the events whose numbers come in, a line each, into a database, and acknowledges each by a line once it is saved. Made to be killed at any moment.
await using DbDataSource database = SqliteFactory.Instance.CreateDataSource($"Data Source={args[0]}");
DatabaseStageStore store = new(database);
await store.CreateTableAsync();
StageTracker tracker = NumberedStream.CreateClassifier().Track(store, NumberedStream.Options);
while (Console.ReadLine() is { } number)
{
    StageChange change = await tracker.TrackAsync(NumberedStream.At(int.Parse(number, CultureInfo.InvariantCulture)));
    Console.WriteLine($"{number} {change.Outcome}.");
}
