namespace CustomerJourney.IO;

/// <summary>A column of times of a source, and the event that each of them is.</summary>
internal readonly record struct DatePlace(ColumnPlaces Places, string Event);
