namespace CustomerJourney.IO;

/// <summary>What a scan for the last record end found.</summary>
/// <param name="End">The place just behind the line break of the last whole record; 0 if there is none.</param>
/// <param name="LineBreaks">The line breaks before that place, those inside quotes included.</param>
internal readonly record struct RecordScan(int End, long LineBreaks);
