namespace CustomerJourney.Tests.Documentation;

/// <summary>The examples of the pages on reading.</summary>
public sealed class ReadingExamples() : PageExamples("ReadAnything", "Examples");
