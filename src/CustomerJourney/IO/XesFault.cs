namespace CustomerJourney.IO;

/// <summary>What is wrong with a trace or an event.</summary>
internal sealed record XesFault(string Column, string Value, string Reason);
